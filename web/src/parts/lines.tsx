import type { ReactNode } from "react";
import type { Event, PartyNames, ProspectItem, Relation } from "../../../src/server/wire.js";
import { day, when } from "../days.js";
import { eventTail, eventVerb, interval, prospectVerb, relationVerb, useActs } from "../words.js";
import { Link, Party } from "./link.js";
import { Rating } from "./rating.js";

interface EventProps {
  readonly event: Event;
  readonly parties: PartyNames;
}

/** An event in one line: date, rating, what happened, and what is in doubt. */
export function EventLine({ event, parties }: EventProps): ReactNode {
  return (
    <li className="line">
      <span className="date">{when(event.date)}</span>
      <Rating rating={event.rating} />
      <span className="what">
        <EventWords event={event} parties={parties} />
        <Doubts event={event} />{" "}
        <Link to={`/event/${event.id}`} className="more">
          evidence
        </Link>
      </span>
    </li>
  );
}

/** "Russia recognised the Islamic Emirate of Afghanistan as a government" */
export function EventWords({ event, parties }: EventProps): ReactNode {
  const acts = useActs();
  return (
    <>
      <Party id={event.actor} parties={parties} start /> {eventVerb(event, acts)}{" "}
      <Party id={event.target} parties={parties} />
      {eventTail(event)}
    </>
  );
}

export function Doubts({ event: { disputes, denials, rating } }: { readonly event: Event }): ReactNode {
  const doubts = [
    ...disputes.map(
      ({ field, values }) => `${field} disputed: ${values.map(({ value }) => value).join(" or ")}`,
    ),
    ...(denials.length > 0 ? [`denied by ${rating.deniedBy.join(", ")}`] : []),
    ...(rating.contradiction === null ? [] : [rating.contradiction]),
  ];
  return doubts.map((one) => (
    <span key={one} className="doubt">
      {one}
    </span>
  ));
}

interface RelationProps {
  readonly relation: Relation & { readonly certain?: boolean };
  readonly parties: PartyNames;
}

export function RelationLine({ relation, parties }: RelationProps): ReactNode {
  const [between, after] = relationVerb(relation);
  const event = relation.openedBy ?? relation.closedBy;
  return (
    <li className="line">
      <span className="what">
        <Party id={relation.subject} parties={parties} start /> {between}{" "}
        <Party id={relation.object} parties={parties} />
        {after}
        {relation.status === "suspended" ? " (suspended)" : ""}, {interval(relation)}
        {relation.disputed ? <span className="doubt">disputed</span> : null}{" "}
        {event === null ? null : (
          <Link to={`/event/${event}`} className="more">
            evidence
          </Link>
        )}
      </span>
    </li>
  );
}

const states: Readonly<Record<ProspectItem["state"], string>> = {
  open: "open",
  lapsed: "lapsed",
  stands: "stands",
  fulfilled: "fulfilled",
  overtaken: "overtaken",
};

interface ProspectProps {
  readonly prospect: ProspectItem;
  readonly parties: PartyNames;
}

export function ProspectLine({ prospect, parties }: ProspectProps): ReactNode {
  const acts = useActs();
  const said = prospect.said.to;
  const due = prospect.due.from ?? prospect.due.to;
  return (
    <li className="line">
      <span className="state" data-state={prospect.state}>
        {states[prospect.state]}
      </span>
      <span className="what">
        {prospect.actor === null ? "Somebody" : <Party id={prospect.actor} parties={parties} start />}{" "}
        {prospectVerb(prospect, acts)} <Party id={prospect.target} parties={parties} />
        <span className="aside">
          {said === null ? "" : `said ${day(said)}`}
          {due === null || prospect.modality === "asserted" ? "" : ` for ${when(prospect.due)}`}
        </span>
        {prospect.resolvedBy === null ? null : (
          <Link to={`/event/${prospect.resolvedBy}`} className="more">
            the event
          </Link>
        )}
      </span>
    </li>
  );
}
