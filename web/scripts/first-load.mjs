// Adds up the JavaScript a browser must load before the first page shows, and holds it to the budget of docs.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const budget = 380;
const entry = process.argv[2] ?? "index.html";
const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));
const seen = new Map();
visit(entry);
for (const page of process.argv.slice(3)) visit(page);

const total = [...seen.values()].reduce((sum, size) => sum + size, 0);
for (const [file, size] of [...seen].sort((a, b) => b[1] - a[1]))
  console.log(`${size.toFixed(1).padStart(7)} kB  ${file}`);
console.log(`${total.toFixed(1).padStart(7)} kB  in all, budget ${budget}`);
if (total > budget) process.exit(1);

function visit(name) {
  const chunk = manifest[name];
  if (!chunk || seen.has(chunk.file)) return;
  if (chunk.file.endsWith(".js"))
    seen.set(chunk.file, gzipSync(readFileSync(`dist/${chunk.file}`)).length / 1000);
  for (const imported of chunk.imports ?? []) visit(imported);
}
