import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Compiles the kernel, unless what is there was compiled from these very sources: `npx` prepares the package
// anew each time, and should not keep its user waiting.
const here = new URL(".", import.meta.url);
const output = new URL("../dist/kernel.wasm", here);
const sources = ["assembly.ts", "asconfig.json"].map((name) => new URL(name, here));

if (!isNewer(output, sources)) {
  const { default: asc } = await import("assemblyscript/asc");
  const root = fileURLToPath(here);
  const { error, stderr } = await asc.main([`${root}assembly.ts`, "--config", `${root}asconfig.json`]);
  if (error !== null) {
    process.stderr.write(stderr.toString());
    process.exitCode = 1;
  }
}

function isNewer(file, others) {
  const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return others.every((other) => statSync(other).mtimeMs < made);
}
