import { contractClaim, contractStatement, type Fault, type Reading } from "../../model/index.js";

/**
 * A reading in the shape of the contract: keys in its order, unknown parts null, none left out. The text of
 * the report is the reader's own and is not repeated; `sentences` and the evidence are offsets into it.
 */
export function readingJson({ report, sentences, statements, claims, faults }: Reading): object {
  const { id, givenId, title, published, outlet, url, language } = report;
  return {
    report: {
      id,
      given: givenId,
      title,
      published,
      outlet,
      url,
      language,
      sentences: sentences.map(({ start, end }) => [start, end]),
    },
    statements: statements.map(contractStatement),
    claims: claims.map(contractClaim),
    faults: faults.map(faultJson),
  };
}

/** What stands in the place of a report that could not be read. */
export function faultyJson(fault: Fault): object {
  return { report: null, statements: [], claims: [], faults: [faultJson(fault)] };
}

function faultJson({ where, line, given, what, mend }: Fault): object {
  return { where, line, given: given ?? null, what, mend };
}
