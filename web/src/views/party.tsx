import type { ReactNode } from "react";
import type {
  EventList,
  PartyAnswer,
  PartyNames,
  ProspectList,
  RelationItem,
  RelationList,
} from "../../../src/server/wire.js";
import { question, useAnswer } from "../api.js";
import { day } from "../days.js";
import { useChangeCount } from "../meta.js";
import { Bars } from "../parts/bars.js";
import { EventLine, ProspectLine } from "../parts/lines.js";
import { Link, Party } from "../parts/link.js";
import { useMoment } from "../parts/moment.js";
import { Answered } from "../parts/notice.js";
import { began, ended, missionName } from "../words.js";

/** A party: what holds on the day, its relations in time, its events, and what is announced. */
export function PartyView({ party }: { readonly party: string }): ReactNode {
  const moment = useMoment();
  const changes = useChangeCount();
  const base = `/api/parties/${encodeURIComponent(party)}`;
  const asked = useAnswer<PartyAnswer>(question(base, moment), changes);
  const relations = useAnswer<RelationList>(
    question(`${base}/relations`, { ...moment, state: "all", limit: 1000 }),
    changes,
  );
  const events = useAnswer<EventList>(
    question(`${base}/events`, { ...moment, order: "newest", limit: 30 }),
    changes,
  );
  const prospects = useAnswer<ProspectList>(question(`${base}/prospects`, { ...moment, limit: 50 }), changes);
  return (
    <Answered asked={asked}>
      {(answer, isOld) => (
        <article aria-busy={isOld}>
          <Head answer={answer} />
          <Answered asked={relations}>
            {({ items, parties }) => <Relations party={party} relations={items} parties={parties} />}
          </Answered>
          <Answered asked={prospects}>
            {({ items, parties }) =>
              items.length === 0 ? null : (
                <section>
                  <h2>Announced, asked for, hoped or refused</h2>
                  <ul className="lines">
                    {items.map((one) => (
                      <ProspectLine key={one.id} prospect={one} parties={parties} />
                    ))}
                  </ul>
                </section>
              )
            }
          </Answered>
          <Answered asked={events}>
            {({ items, parties, next }) => (
              <section>
                <h2>Events, the latest first</h2>
                {items.length === 0 ? <p>The record holds no event of it.</p> : null}
                <ul className="lines">
                  {items.map((one) => (
                    <EventLine key={one.id} event={one} parties={parties} />
                  ))}
                </ul>
                {next === null ? null : (
                  <p className="aside">
                    There are more: choose an earlier day, or another party to see what is between the two.
                  </p>
                )}
              </section>
            )}
          </Answered>
        </article>
      )}
    </Answered>
  );
}

function Head({
  answer: { party, governments, parties, coverage, asOf },
}: {
  readonly answer: PartyAnswer;
}): ReactNode {
  const lived =
    party.from === null && party.to === null ? null : `${party.from ?? "…"} to ${party.to ?? "today"}`;
  return (
    <header className="head">
      <p className="kind">{party.kind}</p>
      <h1>{party.name}</h1>
      <p>
        {party.officialName === null || party.officialName === party.name ? null : `${party.officialName} · `}
        <code>{party.id}</code>
        {lived === null ? null : ` · ${lived}`}
        {party.unMemberSince === null
          ? null
          : ` · member of the United Nations since ${day(party.unMemberSince)}`}
      </p>
      <p className="ways">
        <Link to={`/map/${encodeURIComponent(party.id)}`}>Who recognises it, on the map</Link>
        <a href={`/feeds/parties/${encodeURIComponent(party.id)}.atom`}>Atom feed</a>
        {party.state === null ? null : (
          <span>
            of <Party id={party.state} parties={parties} />
          </span>
        )}
      </p>
      {governments.length === 0 ? null : (
        <p>
          Its governments have records of their own:{" "}
          {governments.map(({ id, name }, index) => (
            <span key={id}>
              {index === 0 ? "" : ", "}
              <Link to={`/party/${encodeURIComponent(id)}`}>{name}</Link>
            </span>
          ))}
          .
        </p>
      )}
      <p className="aside">
        As of {day(asOf)}.{" "}
        {coverage.some(({ level }) => level === "complete")
          ? "The record knows who recognised it in full for the days that its sources vouch for."
          : coverage.length > 0
            ? "The record knows who recognised it in part."
            : ""}
      </p>
    </header>
  );
}

interface RelationsProps {
  readonly party: string;
  readonly relations: readonly RelationItem[];
  readonly parties: PartyNames;
}

const sections = [
  ["recognition", "object", "Recognised by"],
  ["recognition", "subject", "Recognises"],
  ["relations", null, "Diplomatic relations with"],
  ["mission", "subject", "Missions abroad"],
  ["mission", "object", "Missions hosted"],
  ["accreditation", "subject", "Envoys accredited to"],
  ["accreditation", "object", "Envoys accredited by"],
  ["sanctions", "subject", "Has sanctions on"],
  ["sanctions", "object", "Under sanctions by"],
  ["listing", "subject", "Lists as terrorist"],
  ["listing", "object", "Listed as terrorist by"],
  ["membership", "subject", "Member of"],
  ["membership", "object", "Members"],
] as const;

function Relations({ party, relations, parties }: RelationsProps): ReactNode {
  if (relations.length === 0) return <p>The record holds no relation of it.</p>;
  return (
    <>
      {sections.map(([kind, side, title]) => {
        const mine = relations.filter((one) => one.kind === kind && (side === null || one[side] === party));
        return mine.length === 0 ? null : (
          <Section key={title} title={title} relations={mine} party={party} parties={parties} />
        );
      })}
    </>
  );
}

function Section({
  title,
  relations,
  party,
  parties,
}: RelationsProps & { readonly title: string }): ReactNode {
  const held = relations.filter((one) => one.held).sort(bySince);
  const slots = new Set(held.map(({ slot }) => slot));
  const past = relations
    .filter((one) => !one.held && !slots.has(one.slot))
    .sort(bySince)
    .reverse();
  return (
    <section>
      <h2>
        {title} <span className="count">{held.length}</span>
      </h2>
      <Table relations={held} party={party} parties={parties} />
      {past.length === 0 ? null : (
        <details open={past.length <= 20}>
          <summary>Not on this day ({past.length})</summary>
          <Table relations={past} party={party} parties={parties} />
        </details>
      )}
      {relations.length < 3 ? null : (
        <details>
          <summary>In time</summary>
          <Bars relations={relations} parties={parties} of={party} />
        </details>
      )}
    </section>
  );
}

function bySince(a: RelationItem, b: RelationItem): number {
  return (a.validFrom ?? "").localeCompare(b.validFrom ?? "");
}

function Table({ relations, party, parties }: RelationsProps): ReactNode {
  if (relations.length === 0) return null;
  return (
    <table className="spans">
      <thead>
        <tr>
          <th scope="col">Party</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        {relations.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Party id={one.subject === party ? one.object : one.subject} parties={parties} start />
            </th>
            <td>{began(one) ?? <span className="aside">not on record</span>}</td>
            <td>{ended(one) ?? ""}</td>
            <td>
              <Notes relation={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Notes({ relation: one }: { readonly relation: RelationItem }): ReactNode {
  const notes = [
    ...(one.kind === "recognition" && one.as !== null && one.as !== "state" ? [`as ${one.as}`] : []),
    ...(one.form === "implied" ? ["by implication"] : []),
    ...(one.kind === "mission" && one.mission !== null
      ? [missionName(one.mission).replace(/^an? /, "")]
      : []),
    ...(one.person === null ? [] : [one.person]),
    ...(one.status === "suspended" ? ["suspended"] : []),
    ...(one.endedWith === "party" ? ["ended with the party"] : []),
    ...(one.endedWith === "relations" ? ["ended with relations"] : []),
  ];
  const event = one.openedBy ?? one.closedBy;
  return (
    <>
      {notes.join(", ")}
      {one.disputed ? <span className="doubt">disputed</span> : null}{" "}
      {event === null ? null : (
        <Link to={`/event/${event}`} className="more">
          evidence
        </Link>
      )}
    </>
  );
}
