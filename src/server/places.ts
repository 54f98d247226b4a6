import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "csv-parse/sync";
import { packageFile } from "../model/index.js";
import type { MapHint } from "./wire.js";

interface Country {
  readonly cca3: string;
  readonly ccn3: string;
  readonly latlng: readonly number[];
}

const nowhere: MapHint = Object.freeze({ iso3: null, numeric: null, at: null });

let known: ReadonlyMap<string, MapHint> | null = null;

/** Where a state or territory is drawn, by its ISO 3166-1 code (world-countries, ODbL 1.0); loaded when first asked for. */
export function placeOf(iso3: string): MapHint {
  known ??= load();
  return known.get(iso3) ?? nowhere;
}

function load(): ReadonlyMap<string, MapHint> {
  // Its own entry for ES modules does not run on Node 20.
  const countries = createRequire(import.meta.url)("world-countries/countries.json") as readonly Country[];
  const places = new Map<string, MapHint>(
    countries.map(({ cca3, ccn3, latlng: [latitude, longitude] }) => {
      // Kosovo has no code in ISO 3166; world-countries and the record use different ones of those in use.
      const iso3 = cca3 === "UNK" ? "XKX" : cca3;
      const at = latitude === undefined || longitude === undefined ? null : ([longitude, latitude] as const);
      return [iso3, Object.freeze({ iso3, numeric: ccn3 === "" ? null : ccn3, at })];
    }),
  );
  for (const [party, at] of ownPlaces()) places.set(party, Object.freeze({ iso3: null, numeric: null, at }));
  return places;
}

/** Parties that have no code in ISO 3166, by data/parties/places.csv: their capitals. */
function ownPlaces(): readonly (readonly [string, readonly [number, number]])[] {
  const rows: readonly Readonly<Record<string, string>>[] = parse(
    readFileSync(packageFile("data/parties/places.csv"), "utf8"),
    { columns: true, skip_empty_lines: true },
  );
  return rows.map(({ party = "", latitude, longitude }) => [party, [Number(longitude), Number(latitude)]]);
}
