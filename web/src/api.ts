import { useEffect, useState } from "react";
import type { Problem } from "../../src/server/wire.js";

/** What came of a question: still waiting, an answer, or a problem in plain words. */
export type Asked<T> =
  | { readonly state: "waiting"; readonly last: T | null }
  | { readonly state: "answered"; readonly answer: T }
  | { readonly state: "failed"; readonly problem: Problem };

const answers = new Map<string, unknown>();
/** Answers kept at most; the oldest goes first. */
const kept = 60;

/** Asks the API; while a new answer is awaited, the last one stays in `last`, so that nothing flickers. */
export function useAnswer<T>(path: string | null, changes = 0): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ state: "waiting", last: null });
  useEffect(() => {
    if (path === null) return;
    const held = answers.get(`${path}#${changes}`) as T | undefined;
    if (held !== undefined) {
      setAsked({ state: "answered", answer: held });
      return;
    }
    const given = new AbortController();
    setAsked((before) => ({ state: "waiting", last: before.state === "answered" ? before.answer : null }));
    ask<T>(path, { signal: given.signal }).then(
      (answer) => {
        remember(`${path}#${changes}`, answer);
        setAsked({ state: "answered", answer });
      },
      (error: unknown) => {
        if (!given.signal.aborted) setAsked({ state: "failed", problem: problemOf(error) });
      },
    );
    return () => given.abort();
  }, [path, changes]);
  return asked;
}

function remember(key: string, answer: unknown): void {
  answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > kept && oldest !== undefined) answers.delete(oldest);
}

class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

export async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(path, init);
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  throw new Refused(
    (body as Problem | null) ?? {
      type: "about:blank",
      title: "No answer",
      status: response.status,
      detail: `The server answered ${response.status} without words.`,
    },
  );
}

/** Posts to the API; `token` is needed for whatever changes the record. */
export function post<T>(path: string, body: unknown, token: string | null = null): Promise<T> {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (token !== null && token !== "") headers["authorization"] = `Bearer ${token}`;
  return ask<T>(path, { method: "POST", headers, body: JSON.stringify(body) });
}

export function problemOf(error: unknown): Problem {
  if (error instanceof Refused) return error.problem;
  return {
    type: "about:blank",
    title: "The server does not answer",
    status: 0,
    detail: "Is credence serve still running? The page asks again when you change something.",
  };
}

/** The address of a question with its query; what is null is left away. */
export function question(path: string, query: Readonly<Record<string, string | number | null>>): string {
  const parts = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== null && value !== "") parts.set(key, String(value));
  const text = parts.toString();
  return text === "" ? path : `${path}?${text}`;
}
