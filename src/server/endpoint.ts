import type { z } from "zod";
import type { SystemTime } from "../record/index.js";
import { cursorOf, writtenCursor } from "./cursor.js";
import type { Desk } from "./desk.js";
import type { SchemaName, Shape } from "./schemas.js";
import { type IsoDate, pageSizes } from "./wire.js";

/** What a question brings along: checked at the border, and not again behind it. */
export interface Asked<Q = unknown, B = unknown> {
  readonly desk: Desk;
  /** The parts of the path, by name. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Q;
  readonly body: B;
  /** Whom to tell from others when only one at a time is served: the address of the client. */
  readonly client: string;
}

/** The part of an answer that a handler makes; the moment and the names of parties are added where it leaves. */
export type Bare<A> = A extends {
  readonly parties: unknown;
  readonly asOf: unknown;
  readonly knownAt: unknown;
}
  ? Omit<A, "parties" | "asOf" | "knownAt"> & { readonly moment: At }
  : A;

/** The moment that an answer is about. */
export interface At {
  readonly asOf: IsoDate;
  readonly knownAt: SystemTime | null;
}

/** One address of the API. */
export interface Endpoint<Q extends z.ZodType, B extends SchemaName | null, A extends SchemaName> {
  readonly method: "get" | "post";
  /** As Hono writes it: "/api/parties/:party". */
  readonly path: string;
  /** One sentence for /openapi.json. */
  readonly summary: string;
  readonly query: Q;
  readonly body: B;
  readonly answer: A;
  /** Whether it writes, and so needs the token. */
  readonly writes?: true;
  /** Bytes of a body at most; 64 kB where nothing is said. */
  readonly bodyBytes?: number;
  answerTo(asked: Asked<z.infer<Q>, B extends SchemaName ? Shape<B> : null>): Promise<Bare<Shape<A>>>;
  /** The status of a good answer where it is not 200. */
  status?(answer: Bare<Shape<A>>): 200 | 201;
}

export type AnyEndpoint = Endpoint<z.ZodType, SchemaName | null, SchemaName>;

/** Ties the parts of an endpoint together for the compiler, then forgets which they are. */
export function endpoint<Q extends z.ZodType, B extends SchemaName | null, A extends SchemaName>(
  one: Endpoint<Q, B, A>,
): AnyEndpoint {
  return one as unknown as AnyEndpoint;
}

interface MomentAsked {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** The moment asked about: today, as known now, where nothing is said. */
export function momentOf({ desk, query }: Asked<MomentAsked>): At {
  return { asOf: query.asOf ?? desk.today(), knownAt: query.knownAt ?? null };
}

interface PageAsked {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** One page of a list as it is asked for. */
export interface Slice {
  readonly offset: number;
  readonly limit: number;
  /** The moment that all pages of the list are of; null on the first page where none is given. */
  readonly knownAt: SystemTime | null;
}

export function sliceOf({ query }: Asked<PageAsked & MomentAsked>): Slice {
  const limit = query.limit ?? pageSizes.usual;
  if (query.cursor === undefined) return { offset: 0, limit, knownAt: query.knownAt ?? null };
  return { ...cursorOf(query.cursor), limit };
}

export interface Paged<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Cuts a page out of rows that begin at the list's beginning, and knows by one row more whether another follows. */
export async function paged<T>(rows: readonly T[], slice: Slice, desk: Desk): Promise<Paged<T>> {
  const { offset, limit, knownAt } = slice;
  const items = rows.slice(offset, offset + limit);
  if (rows.length <= offset + limit) return { items, next: null };
  // The record may change before the next page is asked for; it is then answered as known now.
  const at = knownAt ?? (await desk.latest())?.at ?? new Date(desk.clock()).toISOString();
  return { items, next: writtenCursor({ knownAt: at, offset: offset + limit }) };
}
