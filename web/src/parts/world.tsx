import { type PointerEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { MapAnswer, MapHint } from "../../../src/server/wire.js";
import { go } from "../address.js";
import { loadShapes, mapHeight, mapWidth, projection, type Shape } from "../shapes.js";
import { looks, type Stance } from "../stances.js";
import { capital } from "../words.js";

interface WorldProps {
  readonly answer: MapAnswer;
  readonly stances: ReadonlyMap<string, Stance>;
}

/** What is seen of the map: its middle and how near. */
interface Sight {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

const whole: Sight = { x: mapWidth / 2, y: mapHeight / 2, zoom: 1 };

/** Shapes of world-atlas that bear a name and no number, by the party that they show. */
const named: Readonly<Record<string, string>> = { Kosovo: "XKX", "N. Cyprus": "NCY", Somaliland: "SML" };

/** The map. It is a picture for the eye; the lists beside it say the same to everybody. */
export function World({ answer, stances }: WorldProps): ReactNode {
  const shapes = useShapes();
  const [sight, look] = useState(whole);
  const drag = useRef<{ x: number; y: number; moved: boolean } | null>(null);
  const places = useMemo(() => placesOf(answer, stances), [answer, stances]);
  const zoomBy = (factor: number) =>
    look((before) => ({ ...before, zoom: Math.max(1, Math.min(12, before.zoom * factor)) }));
  const move = (event: PointerEvent<SVGSVGElement>) => {
    const from = drag.current;
    if (from === null || sight.zoom === 1) return;
    const scale = mapWidth / sight.zoom / event.currentTarget.clientWidth;
    const [dx, dy] = [(event.clientX - from.x) * scale, (event.clientY - from.y) * scale];
    drag.current = {
      x: event.clientX,
      y: event.clientY,
      moved: from.moved || Math.abs(dx) + Math.abs(dy) > 1,
    };
    look((before) => ({
      ...before,
      x: within(before.x - dx, mapWidth),
      y: within(before.y - dy, mapHeight),
    }));
  };
  const choose = (party: string | null) => {
    if (party !== null && drag.current?.moved !== true)
      go(`/pair/${encodeURIComponent(party)}/${encodeURIComponent(answer.party.id)}`);
  };
  const [w, h] = [mapWidth / sight.zoom, mapHeight / sight.zoom];
  const dot = 4.2 / Math.sqrt(sight.zoom);
  return (
    <figure className="world">
      <svg
        viewBox={`${within(sight.x, mapWidth, w) - w / 2} ${within(sight.y, mapHeight, h) - h / 2} ${w} ${h}`}
        role="img"
        aria-label={`Map: ${summary(stances)}. The lists below say the same in words.`}
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, y: event.clientY, moved: false };
        }}
        onPointerMove={move}
        onPointerUp={() => setTimeout(() => (drag.current = null))}
        onPointerLeave={() => {
          drag.current = null;
        }}
        data-zoomed={sight.zoom > 1}
      >
        <defs>
          <pattern
            id="contested"
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" className="contested-ground" />
            <rect width="2" height="5" className="contested-stripe" />
          </pattern>
        </defs>
        {shapes.map((shape) => {
          const place = places.byShape.get(keyOf(shape));
          const title = place?.title ?? shape.name;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the lists below lead to the same by keyboard
            <path
              key={`${shape.numeric} ${shape.name}`}
              d={shape.outline}
              className={`land ${place?.look ?? "none"}`}
              onClick={() => choose(place?.party ?? null)}
            >
              <title>{title}</title>
            </path>
          );
        })}
        <SelfRing shapes={shapes} places={places} dot={dot} />
        {[...dotsOf(shapes, places), ...places.dots].map(({ party, at, look: shown, title }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the lists below lead to the same by keyboard
          <circle
            key={`${party} ${at.join()}`}
            cx={at[0]}
            cy={at[1]}
            r={dot}
            className={`dot ${shown}`}
            onClick={() => choose(party)}
          >
            <title>{title}</title>
          </circle>
        ))}
      </svg>
      <div className="zoom">
        <button type="button" onClick={() => zoomBy(1.6)} aria-label="Nearer">
          +
        </button>
        <button type="button" onClick={() => zoomBy(1 / 1.6)} aria-label="Farther" disabled={sight.zoom <= 1}>
          −
        </button>
        <button type="button" onClick={() => look(whole)} disabled={sight.zoom <= 1}>
          whole
        </button>
      </div>
    </figure>
  );
}

/** A ring around the party asked about, which is often too small to be found otherwise. */
function SelfRing({
  shapes,
  places,
  dot,
}: {
  readonly shapes: readonly Shape[];
  readonly places: Places;
  readonly dot: number;
}): ReactNode {
  const shape = shapes.find((one) => places.byShape.get(keyOf(one))?.look === "self");
  const at = places.dots.find(({ look }) => look === "self")?.at ?? shape?.middle;
  return at === undefined ? null : <circle cx={at[0]} cy={at[1]} r={dot * 2.4} className="ring" />;
}

/** What a shape is looked up by: its number, or the party that a shape without number shows. */
function keyOf({ numeric, name }: Shape): string {
  return numeric ?? named[name] ?? name;
}

function within(value: number, size: number, part = 0): number {
  return Math.max(part / 2, Math.min(size - part / 2, value));
}

function useShapes(): readonly Shape[] {
  const [shapes, keep] = useState<readonly Shape[]>([]);
  useEffect(() => {
    let isHere = true;
    loadShapes().then(
      (all) => {
        if (isHere) keep(all);
      },
      // Without shapes the lists still say everything.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, []);
  return shapes;
}

interface Placed {
  readonly party: string;
  readonly look: string;
  readonly title: string;
}

interface Dot extends Placed {
  readonly at: readonly [number, number];
}

interface Places {
  readonly byShape: ReadonlyMap<string, Placed>;
  /** Parties that no shape shows. */
  readonly dots: readonly Dot[];
}

/** Which shape shows which party; what has no shape of its own becomes a dot. */
function placesOf(answer: MapAnswer, stances: ReadonlyMap<string, Stance>): Places {
  const byShape = new Map<string, Placed>();
  const dots: Dot[] = [];
  const put = (party: string, hint: MapHint | undefined, look: string, title: string) => {
    const own = Object.values(named).includes(party) ? party : (hint?.numeric ?? null);
    if (own !== null && !byShape.has(own)) byShape.set(own, { party, look, title });
    else if (hint?.at != null) {
      const at = projection([hint.at[0], hint.at[1]]);
      if (at !== null) dots.push({ party, look, title, at });
    }
  };
  const name = (id: string) => answer.parties[id]?.name ?? id;
  put(answer.party.id, answer.party.map, "self", `${answer.party.name}: the party asked about`);
  const words = new Map(looks);
  for (const stance of stances.values())
    put(
      stance.party,
      answer.places[stance.party],
      stance.look,
      `${name(stance.party)}: ${words.get(stance.look) ?? ""}`,
    );
  return { byShape, dots };
}

/** A dot on shapes that are too small to be seen, in the look of the shape. */
function dotsOf(shapes: readonly Shape[], { byShape }: Places): readonly Dot[] {
  return shapes.flatMap((shape) => {
    if (!shape.isSmall) return [];
    const place = byShape.get(keyOf(shape));
    return place === undefined ? [] : [{ ...place, at: shape.middle }];
  });
}

function summary(stances: ReadonlyMap<string, Stance>): string {
  const all = [...stances.values()];
  return capital(
    looks
      .map(([look, words]) => [all.filter((one) => one.look === look).length, words] as const)
      .filter(([count]) => count > 0)
      .map(([count, words]) => `${count} ${words}`)
      .join(", ") || "nobody on record",
  );
}
