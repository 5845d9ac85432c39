// Builds the extension into dist/extension/: the same files, byte for byte, from the same sources.
// Needs the modules in dist/wasm/ (`./build.sh build` makes them first). Other folders for the checker and the result can be named.

import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const named = process.argv.slice(2).map((folder) => join(root, folder));
const [wasm = join(root, "dist", "wasm"), finished = join(root, "dist", "extension")] = named;
/** Takes the place of the finished build only when everything has succeeded. */
const out = `${finished}.new`;
const glue = join(wasm, "chaperone.js");
const module = join(wasm, "chaperone_bg.wasm");
const photosGlue = join(root, "dist", "wasm", "chaperone_photos.js");
const photosModule = join(root, "dist", "wasm", "chaperone_photos_bg.wasm");
const closerGlue = join(root, "dist", "wasm", "chaperone_closer_look.js");
const closerModule = join(root, "dist", "wasm", "chaperone_closer_look_bg.wasm");

for (const file of [glue, module, photosGlue, photosModule, closerGlue, closerModule]) {
  if (existsSync(file)) continue;
  console.error(`${file} is missing. Build the modules first: ./build.sh build`);
  process.exit(1);
}

/** Serves the modules and, for the engine that runs in a page, the checker's bytes. They are not packed: to unpack them would take
 * longer than to read them, and the extension travels packed anyway. */
const checker = {
  name: "checker",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^chaperone-wasm$/ }, () => ({ path: glue }));
    onResolve({ filter: /^chaperone-photos$/ }, () => ({ path: photosGlue }));
    onResolve({ filter: /^chaperone-closer-look$/ }, () => ({ path: closerGlue }));
    onResolve({ filter: /^chaperone-wasm-bytes$/ }, ({ path }) => ({ path, namespace: "bytes" }));
    onLoad({ filter: /.*/, namespace: "bytes" }, () => ({
      contents: readFileSync(module).toString("base64"),
      loader: "text",
    }));
  },
};

const shared = {
  bundle: true,
  absWorkingDir: root,
  target: ["chrome126", "firefox146"],
  loader: { ".css": "text" },
  plugins: [checker],
  // The bytes are always given, so the module's own address is never asked for.
  define: { "import.meta.url": '""' },
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await Promise.all([
  build({
    ...shared,
    format: "iife",
    entryPoints: ["content", "engine-in-page"].map((name) => join(here, `${name}.ts`)),
    outdir: out,
  }),
  build({ ...shared, format: "esm", entryPoints: [join(here, "background.ts")], outdir: out }),
  build({ ...shared, format: "esm", entryPoints: [join(here, "popup", "popup.ts")], outdir: join(out, "popup") }),
]);

/** Pictures are drawn from .svg sources that are not shipped; sources and notes stay behind too. */
const shipped = (path) => statSync(path).isDirectory() || /\.(html|css|json|png)$/.test(path);
for (const folder of ["_locales", "icons", "popup", "styles"]) {
  cpSync(join(here, folder), join(out, folder), { recursive: true, filter: shipped });
}
cpSync(join(root, "manifest.json"), join(out, "manifest.json"));
cpSync(module, join(out, "chaperone_bg.wasm"));
cpSync(photosModule, join(out, "chaperone_photos_bg.wasm"));
cpSync(closerModule, join(out, "chaperone_closer_look_bg.wasm"));
cpSync(join(root, "closer-look", "weights.bin"), join(out, "closer-look.bin"));

rmSync(finished, { recursive: true, force: true });
renameSync(out, finished);
