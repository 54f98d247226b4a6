import type { RecordOptions } from "../contract.js";

/** The options of `credence serve` as commander gives them. */
export interface ServeOptions extends RecordOptions {
  readonly host?: string;
  readonly port?: string;
  readonly token?: string;
  readonly cors?: readonly string[];
}

/** Where to listen, and who may do what. */
export interface Serving {
  readonly host: string;
  readonly port: number;
  readonly token: string | null;
  readonly origins: readonly string[];
  readonly isLoopback: boolean;
}

const usualHost = "127.0.0.1";
const usualPort = 8473;
/** A token of fewer characters is guessed too soon. */
const leastToken = 16;

/** What the options and the environment ask for, or what is wrong with it. */
export function serveOptions(
  { host = usualHost, port: written, token: given, cors = [] }: ServeOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Serving | { readonly mistake: string } {
  const port = written === undefined ? usualPort : /^\d{1,5}$/.test(written) ? Number(written) : -1;
  if (port < 0 || port > 65_535)
    return { mistake: `--port: “${written}” is no port; give a number from 0 (any free one) to 65535` };
  const token = given ?? (environment["CREDENCE_TOKEN"] || null);
  if (token !== null && !/^[\x21-\x7e]+$/.test(token))
    return { mistake: "--token: write it in letters, digits and signs, without spaces" };
  if (token !== null && token.length < leastToken)
    return { mistake: `--token: it has ${token.length} characters; give at least ${leastToken}` };
  const wrong = cors.find((one) => !isOrigin(one));
  if (wrong !== undefined)
    return { mistake: `--cors: “${wrong}” is no origin; write it as https://example.org` };
  return { host, port, token, origins: cors, isLoopback: ["127.0.0.1", "localhost", "::1"].includes(host) };
}

function isOrigin(written: string): boolean {
  try {
    return /^https?:/.test(written) && new URL(written).origin === written;
  } catch {
    return false;
  }
}
