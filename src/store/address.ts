import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";

/** Where a record lives: a folder with an embedded database, or a Postgres server. */
export type RecordAddress =
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "server"; readonly url: string };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The address of the record: what was given, else CREDENCE_RECORD, else `credence/record` in the user's data folder
 * (XDG Base Directory Specification).
 */
export function recordAddress(given: string | undefined, environment: Environment): RecordAddress {
  const said = given ?? filled(environment["CREDENCE_RECORD"]);
  if (said === undefined)
    return { kind: "folder", path: join(dataFolder(environment), "credence", "record") };
  if (/^postgres(?:ql)?:\/\//.test(said)) return { kind: "server", url: said };
  return { kind: "folder", path: resolve(said) };
}

/** The address as it may be shown: without a password. */
export function shownAddress(address: RecordAddress): string {
  if (address.kind === "folder") return address.path;
  try {
    const url = new URL(address.url);
    url.password = "";
    return url.href;
  } catch {
    return "the Postgres server";
  }
}

function dataFolder(environment: Environment): string {
  const given = filled(environment["XDG_DATA_HOME"]);
  // The specification says that a relative path is invalid and to be ignored.
  if (given !== undefined && isAbsolute(given)) return given;
  const windows = filled(environment["LOCALAPPDATA"]);
  if (process.platform === "win32" && windows !== undefined) return windows;
  return join(homedir(), ".local", "share");
}

function filled(value: string | undefined): string | undefined {
  return value === "" ? undefined : value;
}
