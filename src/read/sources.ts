import { createReadStream, type Dirent, promises as files } from "node:fs";
import { join } from "node:path";
import { bounds } from "./bounds.js";
import { type Form, readBytes } from "./bytes.js";
import { faulty, type Given, type Item } from "./item.js";
import { readJsonLine } from "./jsonl.js";
import { type Network, publicNetwork } from "./network.js";

/** What reading needs from outside: standard input, and a way to the network. */
export interface Outside {
  readonly input: AsyncIterable<Uint8Array>;
  readonly network: Network;
}

export { publicNetwork };

const forms: Readonly<Record<string, Form>> = {
  txt: "text",
  text: "text",
  md: "text",
  html: "html",
  htm: "html",
  xhtml: "html",
  json: "json",
  jsonl: "jsonl",
  ndjson: "jsonl",
};

/** Reads a file, a folder, an http(s) address, or "-" for standard input. Nothing is thrown for bad input. */
export async function* readSource(source: string, given: Given, outside: Outside): AsyncGenerator<Item> {
  if (source === "-") yield* readStream(outside.input, "standard input", given);
  else if (/^[a-z][a-z0-9+.-]*:\/\//i.test(source)) yield* readAddress(source, given, outside.network);
  else yield* readPath(source, given, 0, true);
}

async function* readAddress(address: string, given: Given, network: Network): AsyncGenerator<Item> {
  // The client of HTTP is loaded only by those who fetch.
  const { fetchPage } = await import("./fetch.js");
  const page = await fetchPage(address, network);
  if (!page.ok) {
    yield faulty(address, page.what, page.mend);
    return;
  }
  yield* readBytes(page.bytes, page.form, page.charset, address, { ...given, url: given.url ?? page.url });
}

async function* readPath(path: string, given: Given, depth: number, named: boolean): AsyncGenerator<Item> {
  let stat: Awaited<ReturnType<typeof files.stat>>;
  try {
    stat = await files.stat(path);
  } catch (error) {
    yield faulty(path, reason(error), "check the path");
    return;
  }
  if (stat.isDirectory()) yield* readFolder(path, given, depth);
  else if (!stat.isFile())
    yield faulty(path, "it is neither a file nor a folder", "give a file, a folder or an address");
  else yield* readFile(path, stat.size, given, named);
}

async function* readFolder(path: string, given: Given, depth: number): AsyncGenerator<Item> {
  if (depth >= bounds.folderDepth) {
    yield faulty(
      path,
      `folders are nested more than ${bounds.folderDepth} deep`,
      "give the inner folder by itself",
    );
    return;
  }
  let entries: Dirent[];
  try {
    entries = await files.readdir(path, { withFileTypes: true });
  } catch (error) {
    yield faulty(path, reason(error), "check its permissions");
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  let found = false;
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    if (!entry.isDirectory() && formOf(entry.name) === undefined) continue;
    found = true;
    yield* readPath(join(path, entry.name), given, depth + 1, false);
  }
  if (!found && depth === 0) {
    const kinds = Object.keys(forms)
      .map((one) => `.${one}`)
      .join(", ");
    yield faulty(path, "there are no reports in this folder", `put ${kinds} files into it`);
  }
}

function formOf(name: string): Form | undefined {
  return forms[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ""];
}

async function* readFile(path: string, size: number, given: Given, named: boolean): AsyncGenerator<Item> {
  const form = formOf(path) ?? (named ? null : undefined);
  if (form === undefined) return;
  if (form === "jsonl") {
    yield* readStream(createReadStream(path), path, given, "jsonl");
    return;
  }
  if (size > bounds.fileBytes) {
    yield faulty(
      path,
      `it has ${megabytes(size)} MB, and ${megabytes(bounds.fileBytes)} MB are read at most`,
      "cut it into reports, one a file, or into JSON Lines",
    );
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = await files.readFile(path);
  } catch (error) {
    yield faulty(path, reason(error), "check its permissions");
    return;
  }
  yield* readBytes(bytes, form, null, path, given);
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / 1024 / 1024));
}

/** A stream is JSON Lines if it says so or begins so; else it is one report. */
async function* readStream(
  stream: AsyncIterable<Uint8Array>,
  where: string,
  given: Given,
  known: Form = null,
): AsyncGenerator<Item> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let form = known;
  try {
    const reader = linesOf(stream, (head) => {
      form ??= /^\s*\{\s*"/.test(head) ? "jsonl" : "text";
      return form === "jsonl";
    });
    for await (const piece of reader) {
      if ("line" in piece)
        yield piece.tooLong
          ? tooLong(where, piece.number)
          : readJsonLine(piece.line, where, piece.number, given);
      else {
        size += piece.bytes.length;
        if (size > bounds.fileBytes) break;
        chunks.push(piece.bytes);
      }
    }
  } catch (error) {
    yield faulty(where, reason(error), "check it and try again");
    return;
  }
  if (form === "jsonl") return;
  if (size > bounds.fileBytes) {
    yield faulty(
      where,
      `it has more than the ${megabytes(bounds.fileBytes)} MB that are read at most`,
      "cut it into reports",
    );
    return;
  }
  yield* readBytes(Buffer.concat(chunks), null, null, where, given);
}

function tooLong(where: string, line: number): Item {
  return faulty(
    where,
    `the line has more than ${megabytes(bounds.lineBytes)} MB`,
    "write one report a line",
    line,
  );
}

type Piece =
  | { readonly line: string; readonly number: number; readonly tooLong: boolean }
  | { readonly bytes: Uint8Array };

/** Lines of a stream, or its raw bytes where `areLines` says that they are none. Holds one line at most. */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  areLines: (head: string) => boolean,
): AsyncGenerator<Piece> {
  let lines: boolean | null = null;
  let held: Uint8Array[] = [];
  let heldSize = 0;
  let number = 0;
  let skipping = false;
  const take = (): Piece => {
    number += 1;
    const line = skipping ? "" : new TextDecoder().decode(Buffer.concat(held)).trim();
    const piece = { line, number, tooLong: skipping };
    held = [];
    heldSize = 0;
    skipping = false;
    return piece;
  };
  for await (const chunk of stream) {
    lines ??= areLines(new TextDecoder().decode(chunk.subarray(0, 256)));
    if (!lines) {
      yield { bytes: chunk };
      continue;
    }
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      held.push(chunk.subarray(from, at));
      const piece = take();
      if ("line" in piece && (piece.line !== "" || piece.tooLong)) yield piece;
      from = at + 1;
    }
    heldSize += chunk.length - from;
    if (heldSize > bounds.lineBytes) {
      skipping = true;
      held = [];
    } else if (!skipping) held.push(chunk.subarray(from));
  }
  if (heldSize > 0 || skipping) {
    const piece = take();
    if ("line" in piece && (piece.line !== "" || piece.tooLong)) yield piece;
  }
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return "there is no such file or folder";
  if (code === "EACCES" || code === "EPERM") return "it may not be read";
  if (code === "ELOOP") return "its links lead in a circle";
  return `it cannot be read (${code ?? (error as Error).message.slice(0, 80)})`;
}
