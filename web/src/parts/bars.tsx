import type { ReactNode } from "react";
import type { PartyNames, RelationItem } from "../../../src/server/wire.js";
import { useAddress } from "../address.js";
import { yearsOf } from "../days.js";
import { useMeta } from "../meta.js";
import { capital, interval, kindTitles, nameOf, relationVerb } from "../words.js";

/** Rows drawn at most; the list below the picture has them all. */
const most = 60;
const rowHeight = 22;
const labelWidth = 190;
const width = 760;

interface BarsProps {
  readonly relations: readonly RelationItem[];
  readonly parties: PartyNames;
  /** The party of the page, whose name need not stand in every label; null for a pair. */
  readonly of: string | null;
}

/** Relations as bars on a time axis; certain years full, uncertain ends faint. The list beside it says the same in words. */
export function Bars({ relations, parties, of }: BarsProps): ReactNode {
  const { query } = useAddress();
  const today = useMeta()?.today ?? new Date().toISOString().slice(0, 10);
  const rows = rowsOf(relations, parties, of).slice(0, most);
  if (rows.length === 0) return null;
  const starts = relations
    .flatMap(({ validFrom, validTo }) => [validFrom ?? validTo])
    .filter((one) => one !== null);
  const first = Math.floor(Math.min(...starts.map(yearsOf), yearsOf(today) - 5));
  const last = Math.ceil(yearsOf(today) + 0.5);
  const x = (years: number) => labelWidth + ((years - first) / (last - first)) * (width - labelWidth - 10);
  const height = rows.length * rowHeight + 28;
  const now = x(yearsOf(query.get("asOf") ?? today));
  return (
    // It is wider than a phone and scrolls, also by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <figure className="bars" tabIndex={0} aria-label="Relations in time">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label="Relations as bars in time; the list says the same in words"
      >
        {ticksOf(first, last).map((year) => (
          <g key={year}>
            <line x1={x(year)} x2={x(year)} y1={0} y2={height - 22} className="grid" />
            <text x={x(year)} y={height - 8} textAnchor="middle" className="tick">
              {year}
            </text>
          </g>
        ))}
        {rows.map(({ label, kind, bars }, index) => (
          <g key={`${label} ${kind}`} transform={`translate(0 ${index * rowHeight})`}>
            <text x={labelWidth - 8} y={15} textAnchor="end" className="label">
              {label.length > 29 ? `${label.slice(0, 28)}…` : label}
            </text>
            {bars.map((one) => (
              <Bar key={one.id} relation={one} x={x} first={first} last={last} parties={parties} />
            ))}
          </g>
        ))}
        <line x1={now} x2={now} y1={0} y2={height - 22} className="now" />
      </svg>
    </figure>
  );
}

interface BarProps {
  readonly relation: RelationItem;
  readonly parties: PartyNames;
  readonly first: number;
  readonly last: number;
  readonly x: (years: number) => number;
}

function Bar({ relation, parties, first, last, x }: BarProps): ReactNode {
  const { validFrom, certainFrom, validTo, certainTo, kind, status, disputed } = relation;
  const from = validFrom === null ? first : yearsOf(validFrom);
  const to = validTo === null ? last : yearsOf(validTo);
  const sureFrom = certainFrom === null ? to : yearsOf(certainFrom);
  const sureTo = certainTo === null ? to : yearsOf(certainTo);
  const [between, after] = relationVerb(relation);
  const words = `${capital(nameOf(relation.subject, parties))} ${between} ${nameOf(relation.object, parties)}${after}, ${interval(relation)}`;
  return (
    <g className={`bar ${kind}`} data-suspended={status === "suspended"} data-disputed={disputed}>
      <title>{words}</title>
      <rect x={x(from)} y={4} width={Math.max(2, x(to) - x(from))} height={14} rx={2} className="possible" />
      {sureTo > sureFrom ? (
        <rect
          x={x(sureFrom)}
          y={4}
          width={Math.max(1.5, x(sureTo) - x(sureFrom))}
          height={14}
          rx={2}
          className="certain"
        />
      ) : null}
    </g>
  );
}

interface Row {
  readonly label: string;
  readonly kind: RelationItem["kind"];
  readonly bars: RelationItem[];
}

/** One row for what lies between the same two in the same way; the earliest first. */
function rowsOf(relations: readonly RelationItem[], parties: PartyNames, of: string | null): readonly Row[] {
  const rows = new Map<string, Row>();
  const sorted = [...relations].sort((a, b) =>
    (a.validFrom ?? a.validTo ?? "").localeCompare(b.validFrom ?? b.validTo ?? ""),
  );
  for (const one of sorted) {
    const other = of === null ? null : one.subject === of ? one.object : one.subject;
    const name = other === null ? pairLabel(one) : (parties[other]?.name ?? other);
    const key = `${one.slot}`;
    const row = rows.get(key) ?? { label: name, kind: one.kind, bars: [] };
    row.bars.push(one);
    rows.set(key, row);
  }
  return [...rows.values()];
}

const kindSingular: Readonly<Record<RelationItem["kind"], string>> = {
  ...kindTitles,
  mission: "Mission",
  accreditation: "Envoy",
  listing: "Listing",
};

function pairLabel({ kind, subject, object, mission }: RelationItem): string {
  if (kind === "relations") return kindTitles.relations;
  // The kind of a mission changes along its row; only a consulate is told by its city.
  const isConsular = kind === "mission" && (mission?.kind ?? "").includes("consul");
  const city = mission?.city == null ? "" : ` ${mission.city}`;
  const what = isConsular ? `Consulate${city}` : kindSingular[kind];
  return `${what}, ${subject} → ${object}`;
}

/** Round years, at most ten of them. */
function ticksOf(first: number, last: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 25, 50, 100].find((one) => (last - first) / one <= 9) ?? 100;
  const ticks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year);
  return ticks;
}
