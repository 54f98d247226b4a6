import { type GeoPermissibleObjects, geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlasAddress from "world-atlas/countries-50m.json?url";

export const mapWidth = 960;
export const mapHeight = 440;

/** One shape of the map, drawn once: its outline, its middle, and whether it is too small to be seen. */
export interface Shape {
  /** ISO 3166-1 numeric, three digits; null for shapes that have none. */
  readonly numeric: string | null;
  readonly name: string;
  readonly outline: string;
  readonly middle: readonly [number, number];
  readonly isSmall: boolean;
}

/** The world from Greenland to Tierra del Fuego; Antarctica, which nobody recognises, is left out. */
export const projection = geoEqualEarth().fitExtent(
  [
    [6, 8],
    [mapWidth - 6, mapHeight + 32],
  ],
  { type: "Sphere" },
);

/** Steradians below which a shape gets a dot beside its outline; Luxembourg is a little larger. */
const small = 6e-5;

/** Fetches and projects the shapes of the world (Natural Earth at 1:50 million, by way of world-atlas). */
export async function loadShapes(): Promise<readonly Shape[]> {
  const response = await fetch(atlasAddress);
  const atlas = (await response.json()) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const path = geoPath(projection).digits(1);
  return feature(atlas, atlas.objects.countries)
    .features.filter(({ properties }) => properties.name !== "Antarctica")
    .map((one) => {
      const shape = one as GeoPermissibleObjects;
      const middle = projection(geoCentroid(shape as never)) ?? [0, 0];
      return {
        numeric: one.id === undefined ? null : String(one.id).padStart(3, "0"),
        name: one.properties.name,
        outline: path(shape) ?? "",
        middle,
        isSmall: geoArea(shape as never) < small,
      };
    });
}
