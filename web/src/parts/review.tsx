import { type FormEvent, type ReactNode, useState } from "react";
import {
  type DecisionAnswer,
  modalities,
  type Participant,
  type Problem,
  polarities,
  type Statement,
  type Verdict,
} from "../../../src/server/wire.js";
import { ask, post, problemOf, question } from "../api.js";
import { useMeta } from "../meta.js";
import { Failed } from "./notice.js";
import { TokenField, useToken } from "./token.js";

type Kind = "accept" | "reject" | "correct";

/** Accept, reject or correct a statement on the spot; the page asks anew when the record has changed. */
export function Review({ statement }: { readonly statement: Statement }): ReactNode {
  const meta = useMeta();
  const [kind, choose] = useState<Kind | null>(null);
  const [done, doneWith] = useState<string | null>(null);
  if (meta?.readOnly !== false)
    return <p className="aside">Decisions need a server that was started with a token.</p>;
  if (done !== null) return <p role="status">{done}</p>;
  return (
    <section className="review" aria-label="Your decision">
      <div className="choices">
        {(["accept", "reject", "correct"] as const).map((one) => (
          <button key={one} type="button" aria-pressed={kind === one} onClick={() => choose(one)}>
            {one}
          </button>
        ))}
      </div>
      {kind === null ? null : <Deciding kind={kind} statement={statement} onDone={doneWith} />}
    </section>
  );
}

interface DecidingProps {
  readonly kind: Kind;
  readonly statement: Statement;
  readonly onDone: (said: string) => void;
}

interface Mended {
  readonly actor: string;
  readonly target: string;
  readonly from: string;
  readonly to: string;
  readonly polarity: Statement["polarity"];
  readonly modality: Statement["modality"];
}

function Deciding({ kind, statement, onDone }: DecidingProps): ReactNode {
  const [token] = useToken();
  const [who, setWho] = useState(localStorage.getItem("credence-who") ?? "");
  const [why, setWhy] = useState("");
  const [mended, mend] = useState<Mended>({
    actor: statement.actor?.party ?? "",
    target: statement.target?.party ?? "",
    from: statement.date?.from ?? "",
    to: statement.date?.to ?? "",
    polarity: statement.polarity,
    modality: statement.modality,
  });
  const [problem, failed] = useState<Problem | null>(null);
  const decide = async (event: FormEvent) => {
    event.preventDefault();
    failed(null);
    try {
      const verdict: Verdict =
        kind === "correct"
          ? { kind, statement: statement.id, correction: await correctionOf(statement, mended) }
          : { kind, statement: statement.id };
      localStorage.setItem("credence-who", who);
      const { decision } = await post<DecisionAnswer>("/api/decisions", { verdict, who, why }, token);
      onDone(`Kept as decision ${decision.id}.`);
    } catch (error) {
      failed(problemOf(error));
    }
  };
  return (
    <form onSubmit={(event) => void decide(event)}>
      {kind === "correct" ? (
        <Correcting mended={mended} onMend={(part) => mend((before) => ({ ...before, ...part }))} />
      ) : null}
      <label>
        Who
        <input required value={who} onChange={(event) => setWho(event.target.value)} />
      </label>
      <label>
        Why
        <input required value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
      <TokenField />
      <button type="submit">Decide</button>
      {problem === null ? null : <Failed problem={problem} />}
    </form>
  );
}

interface CorrectingProps {
  readonly mended: Mended;
  readonly onMend: (part: Partial<Mended>) => void;
}

function Correcting({ mended, onMend }: CorrectingProps): ReactNode {
  return (
    <>
      <label>
        Who acts (id)
        <input value={mended.actor} onChange={(event) => onMend({ actor: event.target.value.trim() })} />
      </label>
      <label>
        Towards whom (id)
        <input value={mended.target} onChange={(event) => onMend({ target: event.target.value.trim() })} />
      </label>
      <label>
        From
        <input type="date" value={mended.from} onChange={(event) => onMend({ from: event.target.value })} />
      </label>
      <label>
        To
        <input type="date" value={mended.to} onChange={(event) => onMend({ to: event.target.value })} />
      </label>
      <label>
        Polarity
        <select
          value={mended.polarity}
          onChange={(event) => onMend({ polarity: event.target.value as Statement["polarity"] })}
        >
          {polarities.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <label>
        Modality
        <select
          value={mended.modality}
          onChange={(event) => onMend({ modality: event.target.value as Statement["modality"] })}
        >
          {modalities.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
    </>
  );
}

/** Only the parts that differ from what was read; a party must be one that the party book knows. */
async function correctionOf(
  statement: Statement,
  mended: Mended,
): Promise<Extract<Verdict, { kind: "correct" }>["correction"]> {
  const side = async (id: string): Promise<Participant | null> => {
    if (id === "") return null;
    await ask(question(`/api/parties/${encodeURIComponent(id)}`, {}));
    return { party: id, text: null, person: null, office: null, sector: null, basis: "stated" };
  };
  const { actor, target, from, to, polarity, modality } = mended;
  const isDated = from !== (statement.date?.from ?? "") || to !== (statement.date?.to ?? "");
  return {
    ...(actor === (statement.actor?.party ?? "") ? {} : { actor: await side(actor) }),
    ...(target === (statement.target?.party ?? "") ? {} : { target: await side(target) }),
    ...(polarity === statement.polarity ? {} : { polarity }),
    ...(modality === statement.modality ? {} : { modality }),
    ...(isDated
      ? {
          date:
            from === "" && to === ""
              ? null
              : { from: from || to, to: to || from, text: null, basis: "stated" },
        }
      : {}),
  };
}
