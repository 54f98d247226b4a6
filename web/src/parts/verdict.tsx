import type { ReactNode } from "react";
import type { ClaimVerdict, PartyNames } from "../../../src/server/wire.js";
import { day } from "../days.js";
import { capital, claimWords, useActs } from "../words.js";
import { EventLine } from "./lines.js";
import { Link } from "./link.js";

const remarks: Readonly<Record<string, string>> = {
  "outside the interval": "The same was done outside the interval of the claim",
  "not in the class": "The same was done by others than the claim is about",
  "after the claim": "The same was done after the day of the claim",
  doubtful: "The same is reported, but improbable",
};

interface VerdictProps {
  readonly verdict: ClaimVerdict;
  readonly parties: PartyNames;
}

/** A claim with what the record makes of it. */
export function Verdict({ verdict, parties }: VerdictProps): ReactNode {
  const acts = useActs();
  const { claim, judgement, because, missing, counterexamples, report, asOf } = verdict;
  return (
    <article className="verdict" data-judgement={judgement.replaceAll(" ", "-")}>
      <h3>{claimWords(claim, parties, acts)}</h3>
      <p>
        <strong className="judgement">{capital(judgement)}</strong> as of {day(asOf)}: {because}.
        {missing === null ? "" : ` Missing: ${missing}.`}
      </p>
      {claim.evidence.quote === "" ? null : <blockquote>{claim.evidence.quote}</blockquote>}
      {report === null ? null : (
        <p className="aside">
          in <Link to={`/report/${report.id}`}>{report.title ?? report.outlet ?? `report ${report.id}`}</Link>
          {report.outlet === null || report.title === null ? "" : `, ${report.outlet}`}
        </p>
      )}
      {counterexamples.length === 0 ? null : (
        <Listed title="Against it" events={counterexamples} parties={parties} open />
      )}
      {verdict.remarks.map(({ kind, events }) => (
        <Listed
          key={kind}
          title={remarks[kind] ?? kind}
          events={events}
          parties={parties}
          open={kind === "outside the interval"}
        />
      ))}
    </article>
  );
}

interface ListedProps {
  readonly title: string;
  readonly events: ClaimVerdict["counterexamples"];
  readonly parties: PartyNames;
  readonly open: boolean;
}

function Listed({ title, events, parties, open }: ListedProps): ReactNode {
  return (
    <details open={open && events.length <= 8}>
      <summary>
        {title} ({events.length})
      </summary>
      <ul className="lines">
        {events.map((event) => (
          <EventLine key={event.id} event={event} parties={parties} />
        ))}
      </ul>
    </details>
  );
}
