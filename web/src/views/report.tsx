import { type ReactNode, useState } from "react";
import type { ReportAnswer, StatementItem } from "../../../src/server/wire.js";
import { question, useAnswer } from "../api.js";
import { day } from "../days.js";
import { useChangeCount } from "../meta.js";
import { MarkedText } from "../parts/marked.js";
import { useMoment } from "../parts/moment.js";
import { Answered } from "../parts/notice.js";
import { Review } from "../parts/review.js";
import { StatementFacts } from "../parts/statement.js";
import { Verdict } from "../parts/verdict.js";

/** A report: its text with the statements marked in place, what each says, and the claims with their verdicts. */
export function ReportView({ id }: { readonly id: string }): ReactNode {
  const asked = useAnswer<ReportAnswer>(
    question(`/api/reports/${encodeURIComponent(id)}`, useMoment()),
    useChangeCount(),
  );
  return <Answered asked={asked}>{(answer, isOld) => <ReportPage answer={answer} isOld={isOld} />}</Answered>;
}

function ReportPage({
  answer,
  isOld,
}: {
  readonly answer: ReportAnswer;
  readonly isOld: boolean;
}): ReactNode {
  const { report, statements, claims, parties } = answer;
  const [chosen, choose] = useState<string | null>(null);
  const item = statements.find(({ statement }) => statement.id === chosen);
  return (
    <article aria-busy={isOld}>
      <header className="head">
        <p className="kind">{report.origin === "history" ? "source of the history on board" : "report"}</p>
        <h1>{report.title ?? report.outlet ?? `Report ${report.id}`}</h1>
        <p>
          {report.outlet ?? "outlet not known"} [{report.reliability}] ·{" "}
          {report.published === null ? "publication date not known" : day(report.published)} · change{" "}
          {report.change}
        </p>
        {report.url === null || !/^https?:/.test(report.url) ? null : (
          <p className="ways">
            <a href={report.url} rel="noopener noreferrer nofollow">
              {report.url}
            </a>
          </p>
        )}
      </header>
      <div className="reader">
        <MarkedText
          text={report.text}
          statements={statements.map(({ statement }) => statement)}
          chosen={chosen}
          onChoose={choose}
        />
        <aside aria-label="The statement chosen" aria-live="polite">
          {item === undefined ? <Guide count={statements.length} /> : <Chosen item={item} answer={answer} />}
        </aside>
      </div>
      {claims.length === 0 ? null : (
        <section>
          <h2>What it claims</h2>
          {claims.map((one) => (
            <Verdict key={one.claim.id} verdict={{ ...one, report: null }} parties={parties} />
          ))}
        </section>
      )}
    </article>
  );
}

function Guide({ count }: { readonly count: number }): ReactNode {
  return count === 0 ? (
    <p>No statement was read in it.</p>
  ) : (
    <p>
      {count === 1 ? "One statement is" : `${count} statements are`} marked in the text. Choose one to see who
      does what to whom, when, and on whose word.
    </p>
  );
}

function Chosen({
  item,
  answer,
}: {
  readonly item: StatementItem;
  readonly answer: ReportAnswer;
}): ReactNode {
  return (
    <>
      <StatementFacts statement={item.statement} parties={answer.parties} events={item.events} />
      {item.decisions.length === 0 ? null : (
        <p className="aside">
          {item.decisions.map(({ id, verdict, who, why }) => (
            <span key={id}>
              {verdict.kind} by {who}: {why}{" "}
            </span>
          ))}
        </p>
      )}
      <Review key={item.statement.id} statement={item.statement} />
    </>
  );
}
