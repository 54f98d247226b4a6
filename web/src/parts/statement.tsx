import type { ReactNode } from "react";
import type { Participant, PartyNames, Statement } from "../../../src/server/wire.js";
import { when } from "../days.js";
import { capital, eventVerb, prospectVerb, useActs } from "../words.js";
import { Link, Party } from "./link.js";

interface FactsProps {
  readonly statement: Statement;
  readonly parties: PartyNames;
  readonly events: readonly string[];
}

const modalities: Readonly<Record<Statement["modality"], string>> = {
  asserted: "asserted",
  intended: "intended, not done",
  requested: "requested, not done",
  hoped: "hoped for, not done",
  predicted: "predicted, not done",
  conditional: "conditional, not done",
};

/** What a statement says: who does what to whom, how it is put, when, where, and on whose word. */
export function StatementFacts({ statement, parties, events }: FactsProps): ReactNode {
  const acts = useActs();
  const { actor, target, polarity, modality, date, place, attribution, mission, envoy, evidence, codes } =
    statement;
  const happened = polarity === "positive" && modality === "asserted";
  return (
    <div className="facts">
      <h3>
        <Side side={actor} parties={parties} nobody="Somebody" start />{" "}
        {happened ? eventVerb(statement, acts) : prospectVerb(statement, acts)}{" "}
        <Side side={target} parties={parties} nobody="a party that is not named" />
      </h3>
      <dl>
        <dt>Said as</dt>
        <dd>
          {polarity === "negative" ? "negative, " : ""}
          {modalities[modality]}
          {statement.form === null ? "" : `, ${statement.form}`}
        </dd>
        <dt>Date</dt>
        <dd>
          {date === null ? "none given" : when(date)}
          {date?.basis === "inferred" ? (
            <span className="aside">worked out{date.text === null ? "" : ` from “${date.text}”`}</span>
          ) : null}
        </dd>
        {place === null ? null : (
          <>
            <dt>Place</dt>
            <dd>{place.name}</dd>
          </>
        )}
        {mission === null ? null : (
          <>
            <dt>Mission</dt>
            <dd>
              {[mission.kind, mission.city].filter((one) => one !== null).join(" in ") || "kind not told"}
            </dd>
          </>
        )}
        {envoy === null ? null : (
          <>
            <dt>Envoy</dt>
            <dd>{[envoy.rank, envoy.person].filter((one) => one !== null).join(" ")}</dd>
          </>
        )}
        <dt>On whose word</dt>
        <dd>
          {attribution.length === 0
            ? "the report's own"
            : attribution.map(({ name, party }, index) => (
                <span key={`${name} ${party}`}>
                  {index === 0 ? "" : " › "}
                  {name}
                  {party === null ? null : (
                    <>
                      {" (for "}
                      <Party id={party} parties={parties} />)
                    </>
                  )}
                </span>
              ))}
        </dd>
        <dt>Codes</dt>
        <dd>
          CAMEO {codes.cameo}, PLOVER{" "}
          {[codes.plover, codes.mode, ...codes.contexts].filter((one) => one !== null).join(", ")}
          <span className="aside">{evidence.rule}</span>
        </dd>
      </dl>
      {events.map((id) => (
        <p key={id}>
          <Link to={`/event/${id}`}>The event that it is evidence of</Link>
        </p>
      ))}
    </div>
  );
}

interface SideProps {
  readonly side: Participant | null;
  readonly parties: PartyNames;
  readonly nobody: string;
  readonly start?: boolean;
}

function Side({ side, parties, nobody, start }: SideProps): ReactNode {
  if (side === null) return nobody;
  if (side.party === null) return start === true ? capital(side.text ?? nobody) : (side.text ?? nobody);
  return (
    <>
      <Party id={side.party} parties={parties} start={start ?? false} />
      {side.person === null ? "" : ` (${side.person})`}
      {side.basis === "inferred" ? <span className="aside">inferred</span> : null}
    </>
  );
}
