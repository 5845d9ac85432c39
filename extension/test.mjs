// Runs the unit tests beside the extension's files: bundles each *.test.ts and hands them to Node's test runner.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const tests = readdirSync(here, { recursive: true }).filter((file) => file.endsWith(".test.ts"));
const out = mkdtempSync(join(tmpdir(), "chaperone-unit-"));
try {
  await build({
    entryPoints: tests.map((file) => join(here, file)),
    bundle: true,
    format: "esm",
    platform: "node",
    outbase: here,
    outdir: out,
    outExtension: { ".js": ".mjs" },
    loader: { ".css": "text" },
    logLevel: "warning",
  });
  const bundled = tests.map((file) => join(out, file.replace(/ts$/, "mjs")));
  process.exitCode = spawnSync(process.execPath, ["--test", ...bundled], { stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
