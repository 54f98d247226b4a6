import type { ReactNode } from "react";
import type { Problem } from "../../../src/server/wire.js";
import type { Asked } from "../api.js";

export function Waiting(): ReactNode {
  return (
    <p className="waiting" role="status">
      Looking it up …
    </p>
  );
}

export function Failed({ problem }: { readonly problem: Problem }): ReactNode {
  return (
    <section className="failed" role="alert">
      <h2>{problem.title}</h2>
      <p>{problem.detail}</p>
      {problem.errors === undefined ? null : (
        <ul>
          {problem.errors.map(({ where, what }) => (
            <li key={`${where} ${what}`}>
              <code>{where}</code>: {what}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface AnsweredProps<T> {
  readonly asked: Asked<T>;
  readonly children: (answer: T, isOld: boolean) => ReactNode;
}

/** Shows an answer, the last one while a new one is awaited, or why there is none. */
export function Answered<T>({ asked, children }: AnsweredProps<T>): ReactNode {
  if (asked.state === "failed") return <Failed problem={asked.problem} />;
  if (asked.state === "answered") return children(asked.answer, false);
  return asked.last === null ? <Waiting /> : children(asked.last, true);
}
