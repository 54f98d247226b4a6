import type { ReactNode } from "react";
import { type EventList, type PairAnswer, rungs } from "../../../src/server/wire.js";
import { question, useAnswer } from "../api.js";
import { day } from "../days.js";
import { useChangeCount } from "../meta.js";
import { Bars } from "../parts/bars.js";
import { EventLine, ProspectLine, RelationLine } from "../parts/lines.js";
import { Link } from "../parts/link.js";
import { useMoment } from "../parts/moment.js";
import { Answered } from "../parts/notice.js";

/** Two parties: their standing on the ladder, what holds and held, what happened, and what is announced. */
export function PairView({ a, b }: { readonly a: string; readonly b: string }): ReactNode {
  const moment = useMoment();
  const changes = useChangeCount();
  const base = `/api/pairs/${encodeURIComponent(a)}/${encodeURIComponent(b)}`;
  const asked = useAnswer<PairAnswer>(question(base, moment), changes);
  const events = useAnswer<EventList>(
    question(`${base}/events`, { knownAt: moment.knownAt, order: "newest", limit: 100 }),
    changes,
  );
  return (
    <Answered asked={asked}>
      {(answer, isOld) => {
        const ids = new Set([...answer.standing.rests, ...answer.standing.besides]);
        const held = answer.relations.filter(({ id }) => ids.has(id));
        const past = answer.relations.filter(({ id, held: holds }) => !ids.has(id) && !holds);
        return (
          <article aria-busy={isOld}>
            <header className="head">
              <p className="kind">pair</p>
              <h1>
                <Link to={`/party/${encodeURIComponent(answer.a.id)}`}>{answer.a.name}</Link> and{" "}
                <Link to={`/party/${encodeURIComponent(answer.b.id)}`}>{answer.b.name}</Link>
              </h1>
              <p className="ways">
                <a href={`/feeds/pairs/${encodeURIComponent(a)}/${encodeURIComponent(b)}.atom`}>Atom feed</a>
              </p>
            </header>
            <Ladder answer={answer} />
            {held.length === 0 ? null : (
              <section>
                <h2>In force</h2>
                <ul className="lines">
                  {held.map((one) => (
                    <RelationLine key={one.id} relation={one} parties={answer.parties} />
                  ))}
                </ul>
              </section>
            )}
            <Bars relations={answer.relations} parties={answer.parties} of={null} />
            {past.length === 0 ? null : (
              <section>
                <h2>Not on this day</h2>
                <ul className="lines">
                  {past.map((one) => (
                    <RelationLine key={one.id} relation={one} parties={answer.parties} />
                  ))}
                </ul>
              </section>
            )}
            {answer.prospects.length === 0 ? null : (
              <section>
                <h2>Announced, asked for, hoped or refused</h2>
                <ul className="lines">
                  {answer.prospects.map((one) => (
                    <ProspectLine key={one.id} prospect={one} parties={answer.parties} />
                  ))}
                </ul>
              </section>
            )}
            <Answered asked={events}>
              {({ items, parties }) => (
                <section>
                  <h2>
                    Events <span className="count">{answer.eventCount}</span>
                  </h2>
                  {items.length === 0 ? <p>The record holds none between them.</p> : null}
                  <ul className="lines">
                    {items.map((one) => (
                      <EventLine key={one.id} event={one} parties={parties} />
                    ))}
                  </ul>
                </section>
              )}
            </Answered>
          </article>
        );
      }}
    </Answered>
  );
}

/** The rungs from no contact to resident embassies, with the one on which the two stand. */
function Ladder({ answer: { standing, asOf, relations } }: { readonly answer: PairAnswer }): ReactNode {
  const at = rungs.indexOf(standing.rung);
  const ids = new Set([...standing.rests, ...standing.besides]);
  const isRecognised = relations.some(({ id, kind }) => ids.has(id) && kind === "recognition");
  return (
    <section className="ladder" aria-label="Standing">
      <ol>
        {rungs.map((rung, index) => (
          <li key={rung} aria-current={index === at ? "step" : undefined} data-below={index < at}>
            {rung}
          </li>
        ))}
      </ol>
      <p>
        On {day(asOf)}: <strong>{standing.rung}</strong>
        {standing.certain ? "" : ", as far as the dates tell"}
        {at > 1 && !isRecognised ? "; no recognition in words or by implication is on record" : ""}.
      </p>
    </section>
  );
}
