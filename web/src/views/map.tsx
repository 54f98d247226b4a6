import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { MapAnswer, PartyList } from "../../../src/server/wire.js";
import { go, setQuery, useAddress } from "../address.js";
import { question, useAnswer } from "../api.js";
import { day, when } from "../days.js";
import { useChangeCount, useMeta } from "../meta.js";
import { Link, Party } from "../parts/link.js";
import { useMoment } from "../parts/moment.js";
import { Answered } from "../parts/notice.js";
import { World } from "../parts/world.js";
import { looks, type Stance, stancesOn } from "../stances.js";
import { capital } from "../words.js";

/** Who recognises a party, on the map and in words, with a slider over time that plays. */
export function MapView({ party }: { readonly party: string }): ReactNode {
  const { knownAt } = useMoment();
  const asked = useAnswer<MapAnswer>(
    question(`/api/map/${encodeURIComponent(party)}`, { knownAt }),
    useChangeCount(),
  );
  return (
    <article className="map-view">
      <Answered asked={asked}>
        {(answer, isOld) => (
          <div aria-busy={isOld}>
            <header className="head">
              <h1>
                Who recognises{" "}
                <Link to={`/party/${encodeURIComponent(answer.party.id)}`}>
                  {answer.parties[answer.party.id]?.inSentence ?? answer.party.name}
                </Link>
              </h1>
              <Chooser party={party} />
            </header>
            <Playing key={party} answer={answer} />
          </div>
        )}
      </Answered>
    </article>
  );
}

/** Parties that are contested or have been, for a quick choice; any other can be written. */
const favourites = [
  ["XKX", "Kosovo"],
  ["PSE", "Palestine"],
  ["TWN", "Taiwan"],
  ["AFG-IEA", "Islamic Emirate of Afghanistan"],
  ["ESH", "Sahrawi Republic"],
  ["ABK", "Abkhazia"],
  ["SML", "Somaliland"],
] as const;

function Chooser({ party }: { readonly party: string }): ReactNode {
  const [words, write] = useState("");
  const found = useAnswer<PartyList>(
    words.trim().length < 2 ? null : question("/api/parties", { query: words.trim(), limit: 12 }),
  );
  const items =
    words.trim().length < 2
      ? []
      : found.state === "answered"
        ? found.answer.items
        : found.state === "waiting"
          ? (found.last?.items ?? [])
          : [];
  return (
    <div className="chooser">
      <ul className="chips">
        {favourites.map(([id, name]) => (
          <li key={id}>
            <Link to={`/map/${id}`} current={id === party}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const [first] = items;
          if (first === undefined) return;
          write("");
          go(`/map/${encodeURIComponent(first.id)}`);
        }}
      >
        <label>
          <span className="unseen">Another party</span>
          <input
            list="parties"
            placeholder="another party …"
            value={words}
            onChange={(event) => write(event.target.value)}
          />
        </label>
        <datalist id="parties">
          {items.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
      </form>
    </div>
  );
}

/** Milliseconds that one step of the playing slider takes; many steps go faster. */
function paceOf(steps: number): number {
  return Math.max(60, Math.min(700, 14_000 / Math.max(1, steps)));
}

function Playing({ answer }: { readonly answer: MapAnswer }): ReactNode {
  const { query } = useAddress();
  const today = useMeta()?.today ?? answer.asOf;
  const asOf = query.get("asOf") ?? today;
  const days = useMemo(
    () => [...new Set([...answer.days.filter((one) => one <= today), today])].sort(),
    [answer, today],
  );
  const at = Math.max(
    0,
    days.findLastIndex((one) => one <= asOf),
  );
  const [isPlaying, play] = useState(false);
  useEffect(() => {
    if (!isPlaying) return;
    const next = days[at + 1];
    if (next === undefined) {
      play(false);
      return;
    }
    const timer = setTimeout(() => setQuery({ asOf: next === today ? null : next }), paceOf(days.length));
    return () => clearTimeout(timer);
  }, [isPlaying, at, days, today]);
  const stances = useMemo(() => stancesOn(answer, asOf), [answer, asOf]);
  const toggle = () => {
    if (!isPlaying && at >= days.length - 1) setQuery({ asOf: days[0] ?? null });
    play(!isPlaying);
  };
  return (
    <>
      <div className="slider">
        <button type="button" onClick={toggle} aria-pressed={isPlaying} disabled={days.length < 2}>
          {isPlaying ? "Stop" : "Play"}
        </button>
        <label>
          <span className="unseen">Day</span>
          <input
            type="range"
            min={0}
            max={days.length - 1}
            value={at}
            aria-valuetext={day(asOf)}
            onChange={(event) => {
              play(false);
              const chosen = days[Number(event.target.value)];
              setQuery({ asOf: chosen === undefined || chosen === today ? null : chosen });
            }}
          />
        </label>
        <output>{day(asOf)}</output>
      </div>
      <World answer={answer} stances={stances} />
      <Legend stances={stances} />
      <Lists answer={answer} stances={stances} />
      <Coverage answer={answer} />
    </>
  );
}

function Legend({ stances }: { readonly stances: ReadonlyMap<string, Stance> }): ReactNode {
  const all = [...stances.values()];
  return (
    <ul className="legend" aria-label="Legend">
      <li>
        <span className="swatch self" /> the party itself
      </li>
      {looks.map(([look, words]) => {
        const count = all.filter((one) => one.look === look).length;
        return count === 0 ? null : (
          <li key={look}>
            <span className={`swatch ${look}`} /> {words} <span className="count">{count}</span>
          </li>
        );
      })}
      <li>
        <span className="swatch none" /> nothing on record
      </li>
    </ul>
  );
}

interface ListsProps {
  readonly answer: MapAnswer;
  readonly stances: ReadonlyMap<string, Stance>;
}

/** The same in words: who recognises, since when, with the way to the evidence. */
function Lists({ answer, stances }: ListsProps): ReactNode {
  const name = (id: string) => answer.parties[id]?.name ?? id;
  return looks.map(([look, words]) => {
    const mine = [...stances.values()]
      .filter((one) => one.look === look)
      .sort((a, b) => name(a.party).localeCompare(name(b.party)));
    return mine.length === 0 ? null : (
      <section key={look}>
        <h2>
          {capital(words)} <span className="count">{mine.length}</span>
        </h2>
        <ul className="many">
          {mine.map((one) => (
            <li key={one.party}>
              <Party id={one.party} parties={answer.parties} start />{" "}
              <span className="aside">{told(one)}</span>
              {one.span?.disputed === true ? <span className="doubt">disputed</span> : null}
              {one.span === null || (one.span.openedBy ?? one.span.closedBy) === null ? null : (
                <Link
                  to={`/event/${(look === "withdrew" ? one.span.closedBy : one.span.openedBy) ?? one.span.openedBy ?? one.span.closedBy ?? ""}`}
                  className="more"
                >
                  evidence
                </Link>
              )}
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function told({ span, refused }: Stance): string {
  if (span === null) return refused === null ? "" : day(refused);
  const from =
    span.openedBy === null || span.from === null
      ? null
      : when({ from: span.from, to: span.certainFrom ?? span.from });
  const to = span.to === null ? null : day(span.to);
  if (to === null) return from === null ? "" : `since ${from}`;
  return from === null ? `until ${to}` : `${from} to ${to}`;
}

function Coverage({ answer: { coverage } }: { readonly answer: MapAnswer }): ReactNode {
  if (coverage.length === 0)
    return <p className="aside">The record does not claim to know everybody who recognises it.</p>;
  return (
    <section className="aside">
      <h2>How complete this is</h2>
      <ul>
        {coverage.map(({ act, from, to, level, note }) => (
          <li key={`${act} ${from}`}>
            {act === "recognise" ? "Recognition" : "Withdrawal"}, {day(from)} to {day(to)}: {level}
            {note === "" ? "" : `; ${note}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
