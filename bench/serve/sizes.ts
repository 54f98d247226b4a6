import { readdirSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { request } from "undici";
import { packageFile } from "../../src/model/index.js";

/** A file of the page: bytes as they are, and as the server sends them to a browser. */
export interface Size {
  readonly name: string;
  readonly plain: number;
  readonly sent: number;
}

/** Every file of the built page, as the server gives it. */
export async function sizesOf(address: string): Promise<readonly Size[]> {
  const folder = packageFile("dist/web/");
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name, parentPath }) => `${parentPath}/${name}`.slice(folder.pathname.length).replace(/^\/+/, ""))
    .sort();
  const sizes: Size[] = [];
  for (const name of names) {
    const path = name === "index.html" ? "" : name;
    const { body, headers } = await request(`${address}/${path}`, {
      headers: { "accept-encoding": "gzip" },
    });
    const bytes = Buffer.from(await body.arrayBuffer());
    const isPacked = headers["content-encoding"] === "gzip";
    sizes.push({ name, plain: isPacked ? gunzipSync(bytes).length : bytes.length, sent: bytes.length });
  }
  return sizes;
}
