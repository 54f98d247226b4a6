import type { Problem } from "./wire.js";

/** Statuses that the server answers errors with. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

/** A request that cannot be answered, with what its sender can do about it; becomes application/problem+json (RFC 9457). */
export class Refused extends Error {
  readonly status: ProblemStatus;
  readonly title: string;
  readonly errors: Problem["errors"];

  constructor(status: ProblemStatus, title: string, detail: string, errors?: Problem["errors"]) {
    super(detail);
    this.status = status;
    this.title = title;
    this.errors = errors;
  }
}

/** What is asked for is not there. */
export function missing(what: string): Refused {
  return new Refused(404, "Not found", what);
}

/** What was sent cannot be what was meant. */
export function wrong(detail: string, errors?: Problem["errors"]): Refused {
  return new Refused(400, "Wrong request", detail, errors);
}

/** An answer that says what is wrong, and never where in the program. */
export function problemResponse(refused: Refused): Response {
  const { status, title, message: detail, errors } = refused;
  const problem: Problem = { type: "about:blank", title, status, detail, ...(errors && { errors }) };
  const headers: Record<string, string> = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  };
  if (status === 401) headers["www-authenticate"] = "Bearer";
  if (status === 429 || status === 503) headers["retry-after"] = "5";
  return new Response(JSON.stringify(problem), { status, headers });
}
