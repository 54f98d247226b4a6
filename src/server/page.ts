import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Context, Hono } from "hono";
import { getMimeType } from "hono/utils/mime";
import { notModified } from "./mount.js";
import { missing } from "./problem.js";

interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly tag: string;
  /** Whether its name changes when its content does, so that it may be kept for ever. */
  readonly isHashed: boolean;
}

/** Serves the built page. Its files are read when the server starts; no request names a path of the machine. */
export function mountPage(app: Hono, folder: URL | null): void {
  const files = folder === null ? new Map<string, PageFile>() : filesIn(folder);
  const index = files.get("/index.html");
  app.get("*", (context) => {
    const { pathname } = new URL(context.req.url);
    const file = files.get(pathname === "/" ? "/index.html" : pathname);
    if (file !== undefined) return served(context, file);
    if (/^\/(?:api|feeds|assets)(?:\/|$)|\.\w{1,5}$/.test(pathname))
      throw missing("there is nothing under this address; /openapi.json lists what there is");
    // Every other address is a view of the page, which finds out itself which.
    return index === undefined ? context.html(unbuilt, 503) : served(context, index);
  });
}

const unbuilt = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Credence</title>
<h1>Credence</h1>
<p>The page has not been built. Run <code>npm run build</code> and start the server again.
<p>The API runs: see <a href="/openapi.json">/openapi.json</a> and <a href="/api/meta">/api/meta</a>.
</html>
`;

function filesIn(folder: URL): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  if (!existsSync(folder)) return files;
  const root = folder.href.endsWith("/") ? folder : new URL(`${folder.href}/`);
  const visit = (path: string) => {
    for (const entry of readdirSync(new URL(path, root), { withFileTypes: true })) {
      const name = `${path}${encodeURIComponent(entry.name)}`;
      if (entry.isDirectory()) visit(`${name}/`);
      else if (entry.isFile()) files.set(`/${name}`, fileAt(new URL(name, root)));
    }
  };
  visit("");
  return files;
}

function fileAt(url: URL): PageFile {
  const bytes = new Uint8Array(readFileSync(url));
  return {
    bytes,
    type: getMimeType(url.pathname) ?? "application/octet-stream",
    tag: `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    // Vite's names: "index-DiwrgTda.js".
    isHashed: /\/assets\/.+-[\w-]{8,}\.\w+$/.test(url.pathname),
  };
}

function served(context: Context, { bytes, type, tag, isHashed }: PageFile): Response {
  const unchanged = notModified(context, tag);
  if (isHashed) context.header("cache-control", "public, max-age=31536000, immutable");
  return unchanged ?? context.body(bytes, 200, { "content-type": type });
}
