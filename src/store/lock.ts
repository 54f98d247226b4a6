import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Who holds the lock of a folder. */
export interface Holder {
  readonly pid: number;
  /** When the process began, as the system counts it; empty where it does not tell. */
  readonly begun: string;
}

export type Locked = { readonly ok: true; release(): void } | { readonly ok: false; readonly holder: Holder };

/**
 * Takes the lock of a record's folder for this process. The lock is a file that says who holds it; one whose process is
 * gone, also by `kill -9`, is taken over at once. (Libraries for this watch the file's age and make the next process
 * wait until it is old.) Only one process can link the file into place, and only one can move a stale one away.
 */
export function lockFolder(folder: string): Locked {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "lock");
  const own = join(folder, `lock.${process.pid}`);
  const self = JSON.stringify({ pid: process.pid, begun: begunAt(process.pid) });
  writeFileSync(own, self);
  try {
    for (;;) {
      if (linked(own, path)) {
        return {
          ok: true,
          release: () => {
            if (contentOf(path) === self) rmSync(path, { force: true });
          },
        };
      }
      const content = contentOf(path);
      const holder = holderOf(content);
      if (holder !== null && isAlive(holder)) return { ok: false, holder };
      if (content !== null) moveAway(path, `${own}.stale`, content);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function holderOf(content: string | null): Holder | null {
  try {
    const { pid, begun } = JSON.parse(content ?? "") as Partial<Holder>;
    return typeof pid === "number" && typeof begun === "string" ? { pid, begun } : null;
  } catch {
    return null;
  }
}

/** Moves a stale lock away, and puts it back if another process had put a new one there in the meantime. */
function moveAway(path: string, aside: string, expected: string): void {
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (contentOf(aside) !== expected) linked(aside, path);
  rmSync(aside, { force: true });
}

function isAlive({ pid, begun }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  // Another process may have been given the same number since.
  return begunAt(pid) === begun;
}

/**
 * When a process began: the 22nd field of /proc/PID/stat on Linux, counted behind the name in brackets (proc(5)). A
 * process that is dead and only waits for its parent to notice (state Z or X, the 3rd field) is "gone".
 */
function begunAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return /^[ZXx]$/.test(fields[0] ?? "") ? "gone" : (fields[19] ?? "");
  } catch {
    return "";
  }
}
