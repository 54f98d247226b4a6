/** Answers that are still right, by their entity tag; the least lately used go first when they grow too large. */
export interface Answers {
  get(tag: string): string | undefined;
  keep(tag: string, body: string): void;
}

/** Characters of all answers together. */
const room = 32 * 1024 * 1024;

export function createAnswers(): Answers {
  const kept = new Map<string, string>();
  let size = 0;
  const drop = (tag: string) => {
    size -= kept.get(tag)?.length ?? 0;
    kept.delete(tag);
  };
  return {
    get: (tag) => {
      const body = kept.get(tag);
      if (body === undefined) return undefined;
      // The order of a Map is that of insertion: what is used goes to its end.
      kept.delete(tag);
      kept.set(tag, body);
      return body;
    },
    keep: (tag, body) => {
      if (body.length > room / 8) return;
      drop(tag);
      kept.set(tag, body);
      size += body.length;
      for (const oldest of kept.keys()) {
        if (size <= room) break;
        drop(oldest);
      }
    },
  };
}
