import type { ReactNode } from "react";
import type { ChangeItem, NewsAnswer } from "../../../src/server/wire.js";
import { question, useAnswer } from "../api.js";
import { moment } from "../days.js";
import { useChangeCount } from "../meta.js";
import { EventLine, ProspectLine } from "../parts/lines.js";
import { Link } from "../parts/link.js";
import { useMoment } from "../parts/moment.js";
import { Answered } from "../parts/notice.js";
import { Verdict } from "../parts/verdict.js";

/** What is new: the latest changes, prospects coming due, disputes, and claims that the record contradicts. */
export function NewsView(): ReactNode {
  const asked = useAnswer<NewsAnswer>(question("/api/news", { ...useMoment(), limit: 12 }), useChangeCount());
  return (
    <article>
      <header className="head">
        <h1>What is new</h1>
        <p className="aside">The page follows the record: what is added meanwhile appears by itself.</p>
      </header>
      <Answered asked={asked}>
        {({ changes, due, announced, disputes, contradicted, parties }, isOld) => (
          <div className="columns" aria-busy={isOld}>
            <section aria-live="polite">
              <h2>Changes</h2>
              <ul className="lines">
                {changes.map((one) => (
                  <ChangeLine key={one.number} change={one} />
                ))}
              </ul>
            </section>
            <section>
              <h2>Coming due</h2>
              {due.length === 0 ? <p>Nothing that is announced has a day within a year.</p> : null}
              <ul className="lines">
                {due.map((one) => (
                  <ProspectLine key={one.id} prospect={one} parties={parties} />
                ))}
              </ul>
              {announced.length === 0 ? null : <h3>Announced or refused last</h3>}
              <ul className="lines">
                {announced.map((one) => (
                  <ProspectLine key={one.id} prospect={one} parties={parties} />
                ))}
              </ul>
            </section>
            <section>
              <h2>Disputed</h2>
              {disputes.length === 0 ? <p>Reports agree.</p> : null}
              <ul className="lines">
                {disputes.map((one) => (
                  <EventLine key={one.id} event={one} parties={parties} />
                ))}
              </ul>
            </section>
            <section>
              <h2>Claims contradicted</h2>
              {contradicted.length === 0 ? (
                <p>No report on record claims what the record contradicts.</p>
              ) : null}
              {contradicted.map((one) => (
                <Verdict key={one.claim.id} verdict={one} parties={parties} />
              ))}
            </section>
          </div>
        )}
      </Answered>
    </article>
  );
}

function some(count: number, noun: string): string {
  return count === 0 ? "" : `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

export function ChangeLine({ change }: { readonly change: ChangeItem }): ReactNode {
  const { number, at, kind, who, why, reports, reportCount, decision, altered } = change;
  const [first] = reports;
  const counts = [
    some(altered.events, "event"),
    some(altered.relations, "relation"),
    some(altered.prospects, "prospect"),
  ].filter((one) => one !== "");
  return (
    <li className="line">
      <span className="date">{moment(at)}</span>
      <span className="what">
        <span className="number">{number}</span>
        {kind === "history" ? (
          `The history on board, ${reportCount} sources`
        ) : kind === "decision" ? (
          `${who ?? ""} decided to ${decision?.verdict.kind ?? "decide"}: ${why ?? ""}`
        ) : first === undefined ? (
          "reports"
        ) : (
          <>
            <Link to={`/report/${first.id}`}>{first.title ?? first.outlet ?? "a report"}</Link>
            {first.outlet === null || first.title === null ? "" : `, ${first.outlet}`}
            {reportCount > 1 ? ` and ${reportCount - 1} more` : ""}
          </>
        )}
        <span className="aside">{counts.length === 0 ? "nothing altered" : counts.join(", ")}</span>
      </span>
    </li>
  );
}
