import { readFileSync } from "node:fs";

/**
 * The address of a file that ships with the package (`data/…`, `models/…`), the same whether the
 * sources or their compiled form in `dist/` run.
 */
export function packageFile(path: string): URL {
  const here = import.meta.url;
  const source = here.slice(0, here.lastIndexOf("/src/model/"));
  const root = source.endsWith("/dist") ? source.slice(0, -"/dist".length) : source;
  return new URL(path, `${root}/`);
}

/** The version of the package, as package.json has it. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(packageFile("package.json"), "utf8")) as {
    readonly version: string;
  };
  return version;
}
