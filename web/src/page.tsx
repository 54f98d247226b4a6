import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from "react";
import type { ActEntry, ActsAnswer, MetaAnswer } from "../../src/server/wire.js";
import { useAddress } from "./address.js";
import { useAnswer } from "./api.js";
import { Meta, useChanges } from "./meta.js";
import { Link } from "./parts/link.js";
import { MomentControl } from "./parts/moment.js";
import { Waiting } from "./parts/notice.js";
import { SearchBox } from "./parts/search.js";
import { AskView } from "./views/ask.js";
import { EventView } from "./views/event.js";
import { NewsView } from "./views/news.js";
import { PairView } from "./views/pair.js";
import { PartyView } from "./views/party.js";
import { ReadView } from "./views/read.js";
import { ReportView } from "./views/report.js";
import { Acts } from "./words.js";

// The map brings its projection along; the other views do without it.
const MapView = lazy(() => import("./views/map.js").then(({ MapView: view }) => ({ default: view })));

/** The party that the map begins with, where the address names none. */
const firstParty = "XKX";

/** The frame of every view: the way around, the day and moment asked about, and the view of the address. */
export function Page(): ReactNode {
  const { path } = useAddress();
  const changes = useChanges();
  const acts = useAnswer<ActsAnswer>("/api/acts");
  const meta = useAnswer<MetaAnswer>("/api/meta", changes);
  const words = useMemo(
    () =>
      new Map<string, ActEntry>(
        acts.state === "answered" ? acts.answer.acts.map((one) => [one.act, one]) : [],
      ),
    [acts],
  );
  const held = meta.state === "answered" ? meta.answer : meta.state === "waiting" ? meta.last : null;
  useEffect(() => {
    document.title = `${titleOf(path)} · Credence`;
  }, [path]);
  return (
    <Acts value={words}>
      <Meta value={{ meta: held, changes }}>
        <a className="skip" href="#main">
          To the content
        </a>
        <header className="top">
          <Link to="/" className="brand">
            <img src="/icon.svg" alt="" width="28" height="28" /> Credence
          </Link>
          <Navigation key={path} path={path} />
          <SearchBox />
        </header>
        <MomentControl />
        <main id="main" tabIndex={-1}>
          <Suspense fallback={<Waiting />}>{viewOf(path)}</Suspense>
        </main>
        <footer>
          <p>
            {held === null
              ? "Credence"
              : `Credence ${held.version}: ${held.counts.reports.toLocaleString("en")} reports, ${held.counts.events.toLocaleString("en")} events, ${held.counts.relations.toLocaleString("en")} relations`}
            {" · "}
            <a href="/openapi.json">API</a> · <a href="/feeds/changes.atom">Atom feed</a>
          </p>
        </footer>
      </Meta>
    </Acts>
  );
}

const places = [
  ["/map", "Map"],
  ["/news", "What is new"],
  ["/read", "Read something"],
  ["/ask", "Ask"],
] as const;

function Navigation({ path }: { readonly path: string }): ReactNode {
  const [isOpen, open] = useState(false);
  return (
    <nav aria-label="Main">
      <button
        type="button"
        className="menu"
        aria-expanded={isOpen}
        aria-controls="ways"
        onClick={() => open(!isOpen)}
      >
        Menu
      </button>
      <ul id="ways" data-open={isOpen}>
        {places.map(([to, name]) => (
          <li key={to}>
            <Link
              to={to}
              current={path === to || path.startsWith(`${to}/`) || (path === "/" && to === "/map")}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function viewOf(path: string): ReactNode {
  const [view = "map", first, second] = path
    .split("/")
    .filter((part) => part !== "")
    .map(decodeURIComponent);
  switch (view) {
    case "map":
      return <MapView party={first ?? firstParty} />;
    case "party":
      return first === undefined ? <Nowhere /> : <PartyView key={first} party={first} />;
    case "pair":
      return first === undefined || second === undefined ? (
        <Nowhere />
      ) : (
        <PairView key={`${first} ${second}`} a={first} b={second} />
      );
    case "event":
      return first === undefined ? <Nowhere /> : <EventView key={first} id={first} />;
    case "report":
      return first === undefined ? <Nowhere /> : <ReportView key={first} id={first} />;
    case "read":
      return <ReadView />;
    case "news":
      return <NewsView />;
    case "ask":
      return <AskView />;
    default:
      return <Nowhere />;
  }
}

function titleOf(path: string): string {
  const [view = "map", ...rest] = path.split("/").filter((part) => part !== "");
  const titles: Readonly<Record<string, string>> = {
    map: "Map",
    party: "Party",
    pair: "Pair",
    event: "Event",
    report: "Report",
    read: "Read something",
    news: "What is new",
    ask: "Ask",
  };
  return [titles[view] ?? "Not found", ...rest.map(decodeURIComponent)].join(" ");
}

function Nowhere(): ReactNode {
  return (
    <section>
      <h1>There is nothing at this address</h1>
      <p>
        Perhaps a letter is missing. <Link to="/ask">Ask</Link> for a party, a pair, an act or words of a
        report.
      </p>
    </section>
  );
}
