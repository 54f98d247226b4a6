import { createContext, useContext, useEffect, useState } from "react";
import type { MetaAnswer } from "../../src/server/wire.js";

interface Held {
  readonly meta: MetaAnswer | null;
  /** Counts the changes seen since the page was opened, so that views ask again. */
  readonly changes: number;
}

/** What the server says of itself, and how often the record has changed meanwhile. */
export const Meta = createContext<Held>({ meta: null, changes: 0 });

export function useMeta(): MetaAnswer | null {
  return useContext(Meta).meta;
}

export function useChangeCount(): number {
  return useContext(Meta).changes;
}

/** Listens to the stream of changes; the browser connects anew by itself where it breaks. */
export function useChanges(): number {
  const [changes, count] = useState(0);
  useEffect(() => {
    const stream = new EventSource("/api/stream");
    stream.addEventListener("change", () => count((before) => before + 1));
    return () => stream.close();
  }, []);
  return changes;
}
