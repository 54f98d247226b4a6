import type { Context, Hono } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import type { Desk } from "./desk.js";
import { namesIn } from "./naming.js";
import { Refused, wrong } from "./problem.js";
import type { StreamMessage } from "./wire.js";

/** Milliseconds; tests bring shorter ones. */
export interface Pace {
  /** Between two looks at the record. */
  readonly look: number;
  /** Without a change, after which a client is sent a sign of life. */
  readonly beat: number;
  /** That a client may take to accept a message. */
  readonly patience: number;
}

export const usualPace: Pace = Object.freeze({ look: 1_000, beat: 15_000, patience: 30_000 });

/** Clients at one time. */
const mostClients = 200;
/** Changes fetched in one step for a client that comes back. */
const step = 100;

/** Looks at the record once for all who listen, and only while somebody does. */
export interface Watch {
  /** The number of the latest change seen. */
  latest(): number;
  /** Resolves when there is a later change than the one given, after so many milliseconds, or when all ends. */
  later(than: number, milliseconds: number): Promise<void>;
  readonly isClosed: boolean;
  enter(): Promise<void>;
  leave(): void;
  close(): void;
}

export function createWatch(desk: Pick<Desk, "latest">, pace: Pace): Watch {
  const waiting = new Set<() => void>();
  let listeners = 0;
  let latest = 0;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;

  const wake = () => {
    for (const one of [...waiting]) one();
  };
  const look = async () => {
    const number = (await desk.latest())?.number ?? 0;
    if (number > latest) {
      latest = number;
      wake();
    }
  };
  const again = () => {
    if (listeners === 0 || isClosed) return;
    // A record that does not answer for a while is asked again.
    timer = setTimeout(
      () =>
        void look()
          .catch(() => undefined)
          .then(again),
      pace.look,
    );
  };

  return {
    get isClosed() {
      return isClosed;
    },
    latest: () => latest,
    later: (than, milliseconds) =>
      new Promise((resolve) => {
        if (latest > than || isClosed) return resolve();
        const done = () => {
          clearTimeout(alarm);
          waiting.delete(done);
          resolve();
        };
        const alarm = setTimeout(done, milliseconds);
        waiting.add(done);
      }),
    enter: async () => {
      if (listeners >= mostClients)
        throw new Refused(503, "Busy", "too many listen already; try again later");
      listeners += 1;
      try {
        await look();
      } catch (error) {
        listeners -= 1;
        throw error;
      }
      if (listeners === 1) again();
    },
    leave: () => {
      listeners -= 1;
      if (listeners === 0) clearTimeout(timer);
    },
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      wake();
    },
  };
}

/** GET /api/stream: one message for each change; a client that comes back with `Last-Event-ID` is told what it missed. */
export function mountStream(app: Hono, desk: Desk, watch: Watch, pace: Pace): void {
  app.get("/api/stream", async (context) => {
    const last = lastHeard(context);
    await watch.enter();
    return streamSSE(
      context,
      async (stream) => {
        try {
          await told(
            stream,
            last === null ? watch.latest() : Math.min(last, watch.latest()),
            desk,
            watch,
            pace,
          );
        } finally {
          watch.leave();
        }
      },
      // The record did not answer: the client comes back by itself, and is told what it missed.
      async () => undefined,
    );
  });
}

function lastHeard(context: Context): number | null {
  const written = context.req.header("last-event-id");
  if (written === undefined || written === "") return null;
  if (!/^\d{1,9}$/.test(written)) throw wrong("Last-Event-ID: it is the number of no change");
  return Number(written);
}

async function told(
  stream: SSEStreamingApi,
  from: number,
  desk: Desk,
  watch: Watch,
  pace: Pace,
): Promise<void> {
  let heard = from;
  await sent(stream, ":\n\n", pace);
  while (!stream.aborted && !stream.closed && !watch.isClosed) {
    if (watch.latest() <= heard) {
      await watch.later(heard, pace.beat);
      if (watch.latest() <= heard && !watch.isClosed) await sent(stream, ":\n\n", pace);
      continue;
    }
    // Numbers have no gaps: those before `heard + step + 1`, the latest first, are the next step.
    const changes = await desk.ledger.changes(step, heard + step + 1);
    for (const change of [...changes].reverse()) {
      if (change.number <= heard) continue;
      const { item } = await desk.summary(change);
      const message: StreamMessage = { ...item, parties: namesIn(item, desk.books) };
      await sent(stream, `event: change\nid: ${change.number}\ndata: ${JSON.stringify(message)}\n\n`, pace);
      heard = change.number;
    }
  }
}

/** Sends to a client; one that takes nothing for too long is let go. */
async function sent(stream: SSEStreamingApi, text: string, { patience }: Pace): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      stream.abort();
      resolve();
    }, patience);
  });
  await Promise.race([stream.write(text), late]);
  clearTimeout(timer);
}
