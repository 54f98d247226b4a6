import { type AnyEndpoint, endpoint } from "../endpoint.js";
import { queries } from "../queries.js";

export const metaEndpoint: AnyEndpoint = endpoint({
  method: "get",
  path: "/api/meta",
  summary: "The server and its record: version, today's date, what can be done, how much is held.",
  query: queries.none,
  body: null,
  answer: "MetaAnswer",
  answerTo: async ({ desk }) => ({
    name: "Credence",
    version: desk.version,
    today: desk.today(),
    readOnly: desk.token === null,
    latest: await desk.latest(),
    counts: await desk.ledger.counts(),
  }),
});
