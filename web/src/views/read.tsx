import { type DragEvent, type FormEvent, type ReactNode, useState } from "react";
import type {
  AddAnswer,
  Alterations,
  PartyNames,
  Problem,
  ReadAnswer,
  ReadingItem,
  ReadRequest,
} from "../../../src/server/wire.js";
import { go } from "../address.js";
import { post, problemOf } from "../api.js";
import { useMeta } from "../meta.js";
import { EventLine, ProspectLine, RelationLine } from "../parts/lines.js";
import { MarkedText } from "../parts/marked.js";
import { Failed } from "../parts/notice.js";
import { StatementFacts } from "../parts/statement.js";
import { TokenField, useToken } from "../parts/token.js";
import { Verdict } from "../parts/verdict.js";

/** Read something: the reading at once, and what it would change, before anything is added. */
export function ReadView(): ReactNode {
  const [request, prepare] = useState<ReadRequest>({});
  const [fileName, nameFile] = useState<string | null>(null);
  const [answer, answered] = useState<ReadAnswer | null>(null);
  const [problem, failed] = useState<Problem | null>(null);
  const [isBusy, busy] = useState(false);
  const change = (part: Partial<ReadRequest>) => prepare((before) => ({ ...before, ...part }));
  const takeFile = async (file: File | undefined) => {
    if (file === undefined) return;
    nameFile(file.name);
    change({ file: await base64Of(file), text: undefined, address: undefined });
  };
  const read = async (event: FormEvent) => {
    event.preventDefault();
    busy(true);
    failed(null);
    try {
      answered(await post<ReadAnswer>("/api/read", sent(request)));
    } catch (error) {
      answered(null);
      failed(problemOf(error));
    }
    busy(false);
  };
  return (
    <article>
      <header className="head">
        <h1>Read something</h1>
        <p>Paste a report, drop a file, or give an address. Nothing is added until you say so.</p>
      </header>
      <form
        className="read"
        onSubmit={read}
        onDragOver={(event: DragEvent) => event.preventDefault()}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          void takeFile(event.dataTransfer.files[0]);
        }}
      >
        <label>
          Text
          <textarea
            rows={8}
            value={request.text ?? ""}
            placeholder={fileName === null ? "SUVA, 12 May – Fiji has recognised …" : `the file ${fileName}`}
            onChange={(event) => {
              nameFile(null);
              change({ text: event.target.value, file: undefined, address: undefined });
            }}
          />
        </label>
        <div className="fields">
          <label>
            or a file
            <input
              type="file"
              accept=".txt,.md,.html,.htm,.json,.jsonl"
              onChange={(event) => void takeFile(event.target.files?.[0])}
            />
          </label>
          <label>
            or an address
            <input
              type="url"
              placeholder="https://"
              value={request.address ?? ""}
              onChange={(event) => change({ address: event.target.value, text: undefined, file: undefined })}
            />
          </label>
          <label>
            Outlet
            <input
              value={request.outlet ?? ""}
              onChange={(event) => change({ outlet: event.target.value })}
            />
          </label>
          <label>
            Published
            <input
              type="date"
              value={request.published ?? ""}
              onChange={(event) => change({ published: event.target.value })}
            />
          </label>
        </div>
        <button type="submit" disabled={isBusy}>
          {isBusy ? "Reading …" : "Read it"}
        </button>
      </form>
      {problem === null ? null : <Failed problem={problem} />}
      {answer === null ? null : <Reading answer={answer} request={request} />}
    </article>
  );
}

/** What is sent: parts that are empty are left away. */
function sent(request: ReadRequest): ReadRequest {
  return Object.fromEntries(
    Object.entries(request).filter(([, value]) => value !== undefined && value !== ""),
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

function Reading({
  answer,
  request,
}: {
  readonly answer: ReadAnswer;
  readonly request: ReadRequest;
}): ReactNode {
  return (
    <>
      {answer.faults.map(({ where, what, mend }) => (
        <p key={`${where} ${what}`} className="failed" role="alert">
          {where}: {what}; {mend}
        </p>
      ))}
      {answer.readings.map((one) => (
        <OneReading key={one.report.id} reading={one} parties={answer.parties} />
      ))}
      {answer.readings.length === 0 ? null : (
        <section>
          <h2>What it would change</h2>
          {answer.preview === null ? (
            <p>Nothing: the record holds it already.</p>
          ) : (
            <AlteredLists alterations={answer.preview} parties={answer.parties} />
          )}
          <Adding request={request} />
        </section>
      )}
    </>
  );
}

function OneReading({
  reading,
  parties,
}: {
  readonly reading: ReadingItem;
  readonly parties: PartyNames;
}): ReactNode {
  const [chosen, choose] = useState<string | null>(reading.statements[0]?.id ?? null);
  const statement = reading.statements.find(({ id }) => id === chosen);
  return (
    <section>
      <h2>What it says</h2>
      <div className="reader">
        <MarkedText
          text={reading.report.text}
          statements={reading.statements}
          chosen={chosen}
          onChoose={choose}
        />
        <aside aria-label="The statement chosen" aria-live="polite">
          {statement === undefined ? (
            <p>
              {reading.statements.length === 0
                ? "No statement was read in it."
                : "Choose a statement in the text."}
            </p>
          ) : (
            <StatementFacts statement={statement} parties={parties} events={[]} />
          )}
        </aside>
      </div>
      {reading.claims.map((one) => (
        <Verdict key={one.claim.id} verdict={{ ...one, report: null }} parties={parties} />
      ))}
    </section>
  );
}

/** Rows that are new, read otherwise, or gone. */
export function AlteredLists({
  alterations,
  parties,
}: {
  readonly alterations: Alterations;
  readonly parties: PartyNames;
}): ReactNode {
  const { events, relations, prospects } = alterations;
  if (events.total + relations.total + prospects.total === 0)
    return <p>Nothing: the record would hold the same.</p>;
  return (
    <ul className="lines altered">
      {events.items.map(({ before, after }) => {
        const event = after ?? before;
        return event === null ? null : <EventLine key={event.id} event={event} parties={parties} />;
      })}
      {relations.items.map(({ before, after }) => {
        const relation = after ?? before;
        return relation === null ? null : (
          <RelationLine key={relation.id} relation={relation} parties={parties} />
        );
      })}
      {prospects.items.map(({ before, after }) => {
        const prospect = after ?? before;
        return prospect === null ? null : (
          <ProspectLine key={prospect.id} prospect={prospect} parties={parties} />
        );
      })}
    </ul>
  );
}

function Adding({ request }: { readonly request: ReadRequest }): ReactNode {
  const meta = useMeta();
  const [token] = useToken();
  const [problem, failed] = useState<Problem | null>(null);
  if (meta?.readOnly === true)
    return (
      <p className="aside">
        This server only shows the record. Start it with a token (credence serve --token …) to add.
      </p>
    );
  const add = async () => {
    failed(null);
    try {
      const { added, known } = await post<AddAnswer>("/api/reports", sent(request), token);
      const id = added[0] ?? known[0];
      if (id !== undefined) go(`/report/${id}`);
    } catch (error) {
      failed(problemOf(error));
    }
  };
  return (
    <div className="adding">
      <TokenField />
      <button type="button" onClick={() => void add()}>
        Add it to the record
      </button>
      {problem === null ? null : <Failed problem={problem} />}
    </div>
  );
}
