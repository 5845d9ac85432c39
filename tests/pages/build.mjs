// Bundles the local pages: one script and one style sheet for each page named in surfaces.json and requests.json, into dist/.
// The shell (shell.html) and the table (surfaces.json) are read by the server as they are.

import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const table = async (name) => JSON.parse(await readFile(join(here, name), "utf8"));
const { surfaces } = await table("surfaces.json");
const { requests } = await table("requests.json");
const pages = [...new Set(["index/index", ...[...surfaces, ...requests].map(({ page }) => page)])];

await rm(join(here, "dist"), { recursive: true, force: true });
await build({
  absWorkingDir: here,
  entryPoints: pages.map((page) => ({ in: `./${page}`, out: page })),
  outdir: "dist",
  bundle: true,
  // As sites serve their scripts, and half the time in which a browser reads them.
  minify: true,
  format: "iife",
  target: "es2023",
  // React and Draft choose their quiet builds by this name.
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
  loader: { ".svg": "text" },
  logLevel: "warning",
});
