import type { ReactNode } from "react";
import type { EventAnswer, PartyNames, StatementItem } from "../../../src/server/wire.js";
import { question, useAnswer } from "../api.js";
import { day, when } from "../days.js";
import { useChangeCount } from "../meta.js";
import { Doubts, EventWords, ProspectLine, RelationLine } from "../parts/lines.js";
import { Link, Party } from "../parts/link.js";
import { useMoment } from "../parts/moment.js";
import { Answered } from "../parts/notice.js";
import { Rating } from "../parts/rating.js";
import { capital } from "../words.js";

/** An event: its statements side by side, where they agree and differ, their origins, and why it is rated so. */
export function EventView({ id }: { readonly id: string }): ReactNode {
  const { knownAt } = useMoment();
  const asked = useAnswer<EventAnswer>(
    question(`/api/events/${encodeURIComponent(id)}`, { knownAt }),
    useChangeCount(),
  );
  return <Answered asked={asked}>{(answer, isOld) => <EventPage answer={answer} isOld={isOld} />}</Answered>;
}

function EventPage({ answer, isOld }: { readonly answer: EventAnswer; readonly isOld: boolean }): ReactNode {
  const { event, parties, statements, origins, why, relations, prospects } = answer;
  const states = origins.filter(({ denies }) => !denies);
  return (
    <article aria-busy={isOld}>
      <header className="head">
        <p className="kind">event · {when(event.date)}</p>
        <h1>
          <EventWords event={event} parties={parties} />
        </h1>
        <p>
          <Rating rating={event.rating} /> <Doubts event={event} />
        </p>
        <p className="ways">
          <Link to={`/pair/${encodeURIComponent(event.actor)}/${encodeURIComponent(event.target)}`}>
            All between the two
          </Link>
        </p>
      </header>
      <section>
        <h2>Why it is rated so</h2>
        <p>
          <strong>{event.rating.credibility}</strong> for the information: {why.credibility}
        </p>
        <p>
          <strong>{event.rating.reliability}</strong> for the sources: {why.reliability}
        </p>
      </section>
      <section>
        <h2>
          Origins <span className="count">{states.length}</span>
        </h2>
        <ul className="plain">
          {origins.map(({ name, denies, statements: ids }) => (
            <li key={`${name} ${denies}`}>
              {name.replace(/^report /, "the report ")}
              {denies ? <span className="doubt">denies</span> : null}
              <span className="aside">
                {ids.length === 1 ? "one statement" : `${ids.length} statements that go back to it`}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {event.disputes.length === 0 ? null : <Disputes answer={answer} />}
      <section>
        <h2>Statements side by side</h2>
        <div className="side-by-side">
          {statements.map((item) => (
            <StatementCard
              key={item.statement.id}
              item={item}
              parties={parties}
              denies={event.denials.includes(item.statement.id)}
            />
          ))}
        </div>
      </section>
      {relations.length === 0 ? null : (
        <section>
          <h2>What follows from it</h2>
          <ul className="lines">
            {relations.map((one) => (
              <RelationLine key={one.id} relation={one} parties={parties} />
            ))}
          </ul>
        </section>
      )}
      {prospects.length === 0 ? null : (
        <section>
          <h2>What had been said of it before</h2>
          <ul className="lines">
            {prospects.map((one) => (
              <ProspectLine key={one.id} prospect={one} parties={parties} />
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function Disputes({ answer: { event, statements } }: { readonly answer: EventAnswer }): ReactNode {
  const outletOf = (id: string) => {
    const found = statements.find(({ statement }) => statement.id === id);
    return found?.report.outlet ?? found?.report.title ?? "a report";
  };
  return (
    <section>
      <h2>Where they differ</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Detail</th>
            <th scope="col">Value</th>
            <th scope="col">Origins</th>
            <th scope="col">Who says so</th>
          </tr>
        </thead>
        <tbody>
          {event.disputes.flatMap(({ field, values }) =>
            values.map(({ value, origins, statements: ids }, index) => (
              <tr key={`${field} ${value}`}>
                <th scope="row">
                  {index === 0 ? (
                    capital(field === "decidedBy" ? "decided by" : field)
                  ) : (
                    <span className="unseen">{field}</span>
                  )}
                </th>
                <td>
                  {value}
                  {index === 0 ? <span className="aside">best supported</span> : null}
                </td>
                <td>{origins}</td>
                <td>{[...new Set(ids.map(outletOf))].join(", ")}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}

interface CardProps {
  readonly item: StatementItem;
  readonly parties: PartyNames;
  readonly denies: boolean;
}

function StatementCard({
  item: { statement, report, context, decisions },
  parties,
  denies,
}: CardProps): ReactNode {
  const { evidence, attribution, date } = statement;
  const chain = attribution.filter(({ kind }) => kind !== "outlet");
  const last = decisions.at(-1);
  return (
    <article className="card" data-denies={denies}>
      <h3>
        {report.outlet ?? report.title ?? "A report"} <span className="aside">[{report.reliability}]</span>
      </h3>
      <blockquote>
        {context?.before ?? ""}
        <mark>{evidence.title ?? evidence.quote}</mark>
        {context?.after ?? ""}
      </blockquote>
      <dl>
        <dt>Published</dt>
        <dd>{report.published === null ? "not known" : day(report.published)}</dd>
        <dt>Date given</dt>
        <dd>
          {date === null ? "none" : when(date)}
          {date?.basis === "inferred" ? (
            <span className="aside">worked out{date.text === null ? "" : ` from “${date.text}”`}</span>
          ) : null}
        </dd>
        {chain.length === 0 ? null : (
          <>
            <dt>On whose word</dt>
            <dd>
              {chain.map(({ name, party }, index) => (
                <span key={`${name} ${party}`}>
                  {index === 0 ? "" : " › "}
                  {name}
                  {party === null ? "" : " (for "}
                  {party === null ? null : <Party id={party} parties={parties} />}
                  {party === null ? "" : ")"}
                </span>
              ))}
            </dd>
          </>
        )}
        {last === undefined ? null : (
          <>
            <dt>Reviewed</dt>
            <dd>
              {last.verdict.kind} by {last.who}: {last.why}
            </dd>
          </>
        )}
      </dl>
      <p>
        <Link to={`/report/${report.id}`}>the report</Link> <code className="aside">{statement.id}</code>
      </p>
    </article>
  );
}
