import { type Codes, identityOf, type Statement } from "../../src/model/index.js";
import type { Addition } from "../../src/record/index.js";
import { type Plain, plainStatement, type Said } from "../record/material.js";

/** A report as tests write it; its text is one sentence for each statement unless one is given. */
export interface Reported {
  readonly published?: string | null;
  readonly outlet?: string | null;
  readonly title?: string | null;
  readonly url?: string | null;
  readonly text?: string;
  readonly reliability?: Addition["reliability"];
  readonly outletOf?: string | null;
  readonly origin?: Addition["origin"];
  readonly says?: readonly Said[];
  readonly claims?: Addition["reading"]["claims"];
}

const codes: Codes = { cameo: "054", plover: "SUPPORT", mode: null, contexts: ["diplomatic"] };

/** A reading on its way into the record, with ids derived from its content as the reader derives them. */
export function report(reported: Reported): Addition {
  const { outlet = null, published = null, title = null, url = null, says = [] } = reported;
  // Equal texts would be copies of one story, so that each says who put it out, and when.
  const text =
    reported.text ??
    [`${outlet ?? "A leaflet"}, ${published ?? "undated"}:`, ...says.map(sentenceOf)].join(" ");
  const id = identityOf("report", text, published, outlet, title, url);
  const statements = says.map((one, index) => statementOf(id, one, index, text, outlet));
  return {
    reading: {
      report: {
        ...{ id, givenId: null, title, published, outlet, url, text },
        ...{ byline: null, language: "en", blocks: [], dateline: null },
      },
      statements,
      claims: reported.claims ?? [],
    },
    outlet,
    reliability: reported.reliability ?? "C",
    outletOf: reported.outletOf ?? null,
    origin: reported.origin ?? "report",
  };
}

function sentenceOf({ says, on, not, modality }: Said): string {
  return `${says}${not === true ? " not" : ""} ${modality ?? "asserted"} ${on ?? "undated"}.`;
}

function statementOf(
  report: string,
  said: Said,
  index: number,
  text: string,
  outlet: string | null,
): Statement {
  const plain: Plain = plainStatement({ ...said, outlet });
  const id = said.id ?? identityOf(report, "statement", index);
  const quote = text.slice(0, 200);
  return {
    ...plain,
    id,
    codes,
    evidence: { sentence: index, start: 0, end: quote.length, quote, title: null, rule: `${plain.act}/verb` },
  };
}
