import { type ReactNode, useEffect, useState } from "react";
import type { ChangeList } from "../../../src/server/wire.js";
import { setQuery, useAddress } from "../address.js";
import { useAnswer } from "../api.js";
import { moment } from "../days.js";
import { useChangeCount, useMeta } from "../meta.js";

/** The day that is asked about, and the moment as of whose knowledge: both stand in the address. */
export function MomentControl(): ReactNode {
  const { query } = useAddress();
  const meta = useMeta();
  const asOf = query.get("asOf") ?? "";
  const knownAt = query.get("knownAt") ?? "";
  const [written, write] = useState(asOf);
  useEffect(() => write(asOf), [asOf]);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(written);
  return (
    <form
      className="moment"
      aria-label="Which day, and as known when"
      onSubmit={(event) => {
        event.preventDefault();
        setQuery({ asOf: isDay ? written : null });
      }}
    >
      <label>
        As of{" "}
        <input
          type="date"
          min="1700-01-01"
          max="2100-12-31"
          value={written === "" ? (meta?.today ?? "") : written}
          onChange={(event) => {
            write(event.target.value);
            if (/^[12]\d{3}-\d{2}-\d{2}$/.test(event.target.value)) setQuery({ asOf: event.target.value });
          }}
        />
      </label>
      <KnownAt value={knownAt} />
      {asOf === "" && knownAt === "" ? null : (
        <button type="button" className="quiet" onClick={() => setQuery({ asOf: null, knownAt: null })}>
          Today, as known now
        </button>
      )}
    </form>
  );
}

/** The moments at which the record changed; between them it knew the same. */
function KnownAt({ value }: { readonly value: string }): ReactNode {
  const changes = useAnswer<ChangeList>("/api/changes?limit=100", useChangeCount());
  const items =
    changes.state === "answered"
      ? changes.answer.items
      : changes.state === "waiting"
        ? (changes.last?.items ?? [])
        : [];
  const isListed = value === "" || items.some(({ at }) => at === value);
  return (
    <label>
      as known{" "}
      <select value={value} onChange={(event) => setQuery({ knownAt: event.target.value })}>
        <option value="">now</option>
        {isListed ? null : <option value={value}>{moment(value)}</option>}
        {items.map(({ number, at, kind, reports, who }) => (
          <option key={number} value={at}>
            {`after change ${number}, ${moment(at)}: ${kind === "decision" ? `decided by ${who ?? ""}` : kind === "history" ? "history on board" : (reports[0]?.title ?? reports[0]?.outlet ?? "reports")}`.slice(
              0,
              90,
            )}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The query of questions about the record: `asOf` and `knownAt` as the address has them. */
export function useMoment(): { readonly asOf: string | null; readonly knownAt: string | null } {
  const { query } = useAddress();
  return { asOf: query.get("asOf"), knownAt: query.get("knownAt") };
}
