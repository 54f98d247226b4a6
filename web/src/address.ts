import { useSyncExternalStore } from "react";

/** Where the reader is: every view has an address of its own, which holds the day and the moment asked about. */
export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

const listeners = new Set<() => void>();
let current = read();

function read(): Address {
  return { path: window.location.pathname, query: new URLSearchParams(window.location.search) };
}

function changed(): void {
  current = read();
  for (const listener of listeners) listener();
}

window.addEventListener("popstate", changed);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAddress(): Address {
  return useSyncExternalStore(subscribe, () => current);
}

/** Goes to an address; the day and the moment go along unless the address has its own. */
export function go(to: string): void {
  window.history.pushState(null, "", withMoment(to));
  window.scrollTo(0, 0);
  changed();
  document.getElementById("main")?.focus({ preventScroll: true });
}

/** Sets or, with null, takes away parts of the query without a new entry in the history. */
export function setQuery(parts: Readonly<Record<string, string | null>>): void {
  const query = new URLSearchParams(window.location.search);
  for (const [key, value] of Object.entries(parts)) {
    if (value === null || value === "") query.delete(key);
    else query.set(key, value);
  }
  const text = query.toString();
  window.history.replaceState(null, "", `${window.location.pathname}${text === "" ? "" : `?${text}`}`);
  changed();
}

/** The same address with the day and the moment that are asked about now. */
export function withMoment(to: string): string {
  const url = new URL(to, window.location.origin);
  for (const key of ["asOf", "knownAt"]) {
    const held = current.query.get(key);
    if (held !== null && !url.searchParams.has(key)) url.searchParams.set(key, held);
  }
  return `${url.pathname}${url.search}`;
}
