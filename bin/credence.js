#!/usr/bin/env node
import { existsSync } from "node:fs";
import module from "node:module";

// Compiled code is kept between runs where Node can do so (22.1 and later); starting is what a user waits for.
module.enableCompileCache?.();

const main = new URL("../dist/src/cli/index.js", import.meta.url);
if (existsSync(main)) {
  const { runCommandLine, processSurroundings } = await import(main.href);
  process.exitCode = await runCommandLine(process.argv.slice(2), processSurroundings(process));
} else {
  process.stderr.write("credence: it has not been built yet; run `npm ci` in its folder\n");
  process.exitCode = 1;
}
