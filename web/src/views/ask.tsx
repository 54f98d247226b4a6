import type { ReactNode } from "react";
import { useEffect, useState } from "react";
import type { CheckAnswer, SearchAnswer } from "../../../src/server/wire.js";
import { useAddress } from "../address.js";
import { post, question, useAnswer } from "../api.js";
import { day } from "../days.js";
import { useChangeCount } from "../meta.js";
import { Link } from "../parts/link.js";
import { useMoment } from "../parts/moment.js";
import { Answered } from "../parts/notice.js";
import { Verdict } from "../parts/verdict.js";

/** What one box finds: parties, pairs, acts, reports; and, for a sentence, what the record makes of its claims. */
export function AskView(): ReactNode {
  const { query } = useAddress();
  const words = query.get("q") ?? "";
  const asked = useAnswer<SearchAnswer>(
    words === "" ? null : question("/api/search", { q: words, limit: 20 }),
    useChangeCount(),
  );
  return (
    <article>
      <header className="head">
        <h1>Ask</h1>
        <p>
          {words === ""
            ? "Write into the box above: a party (“Kosovo”), two of them (“Nauru Taiwan”), an act (“recognise”), words of reports, or a claim (“Russia is the first country to recognise the Islamic Emirate since 2021”)."
            : `“${words}”`}
        </p>
      </header>
      {words.split(/\s+/).length >= 4 ? <Claims sentence={words} /> : null}
      {words === "" ? null : (
        <Answered asked={asked}>
          {({ found, parties }, isOld) => (
            <div aria-busy={isOld}>
              {found.pairs.length === 0 ? null : (
                <section>
                  <h2>Pairs</h2>
                  <ul className="plain">
                    {found.pairs.map(([a, b]) => (
                      <li key={`${a} ${b}`}>
                        <Link to={`/pair/${encodeURIComponent(a)}/${encodeURIComponent(b)}`}>
                          {parties[a]?.name ?? a} and {parties[b]?.name ?? b}
                        </Link>
                      </li>
                    ))}
                  </ul>
                </section>
              )}
              {found.parties.length === 0 ? null : (
                <section>
                  <h2>Parties</h2>
                  <ul className="plain">
                    {found.parties.map(({ id, name, kind, officialName }) => (
                      <li key={id}>
                        <Link to={`/party/${encodeURIComponent(id)}`}>{name}</Link>
                        <span className="aside">
                          {kind}
                          {officialName === null || officialName === name ? "" : `, ${officialName}`}
                        </span>{" "}
                        <Link to={`/map/${encodeURIComponent(id)}`} className="more">
                          map
                        </Link>
                      </li>
                    ))}
                  </ul>
                </section>
              )}
              {found.acts.length === 0 ? null : (
                <section>
                  <h2>Acts</h2>
                  <dl>
                    {found.acts.map(({ act, meaning, codes }) => (
                      <div key={act}>
                        <dt>{act}</dt>
                        <dd>
                          {meaning}
                          <span className="aside">
                            CAMEO {codes.cameo}, PLOVER {codes.plover}
                          </span>
                        </dd>
                      </div>
                    ))}
                  </dl>
                </section>
              )}
              {found.reports.length === 0 ? null : (
                <section>
                  <h2>Reports</h2>
                  <ul className="plain">
                    {found.reports.map((report) => (
                      <li key={report.id}>
                        <Link to={`/report/${report.id}`}>
                          {report.title ?? report.outlet ?? `report ${report.id}`}
                        </Link>
                        <span className="aside">
                          {[
                            report.title === null ? null : report.outlet,
                            report.published === null ? null : day(report.published),
                          ]
                            .filter((one) => one !== null)
                            .join(", ")}
                        </span>
                        {report.excerpt === null ? null : <p className="excerpt">{report.excerpt}</p>}
                      </li>
                    ))}
                  </ul>
                </section>
              )}
              {found.pairs.length + found.parties.length + found.acts.length + found.reports.length === 0 ? (
                <p>Nothing bears that name, and no report has those words.</p>
              ) : null}
            </div>
          )}
        </Answered>
      )}
    </article>
  );
}

/** A sentence may claim something about the record; then it is judged. */
function Claims({ sentence }: { readonly sentence: string }): ReactNode {
  const { asOf, knownAt } = useMoment();
  const [answer, answered] = useState<CheckAnswer | null>(null);
  useEffect(() => {
    let isCurrent = true;
    answered(null);
    post<CheckAnswer>("/api/check", {
      sentence,
      ...(asOf === null ? {} : { asOf }),
      ...(knownAt === null ? {} : { knownAt }),
    }).then(
      (found) => {
        if (isCurrent) answered(found);
      },
      // A sentence that claims nothing is looked for like any other words.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [sentence, asOf, knownAt]);
  if (answer === null || answer.claims.length === 0) return null;
  return (
    <section>
      <h2>Judged by the record</h2>
      {answer.claims.map((one) => (
        <Verdict key={one.claim.id} verdict={one} parties={answer.parties} />
      ))}
    </section>
  );
}
