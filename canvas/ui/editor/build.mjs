// Bundles each entry of src/ into one file whose name holds the hash of its content: ../static/<entry>-<hash>.js.
// Same sources and same lock file, same bytes. `npm ci && npm run build` builds what is committed.
import { readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] ?? join(here, "..", "static");
const entries = ["editor", "field", "computer", "paper", "desk", "door", "left_behind"];
const built = new RegExp(`^(${entries.join("|")})-[A-Z0-9]{8}\\.js$`);

for (const name of readdirSync(target)) {
  if (built.test(name)) rmSync(join(target, name));
}
await build({
  absWorkingDir: here,
  entryPoints: entries.map((name) => `src/${name}.ts`),
  outdir: target,
  entryNames: "[name]-[hash]",
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "eof",
  sourcemap: false,
});
