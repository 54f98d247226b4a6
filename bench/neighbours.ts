import { createRequire } from "node:module";

/** Another reader of English on the same texts, for scale. */
export interface Neighbour {
  readonly name: string;
  run(text: string): void;
}

const load = createRequire(import.meta.url);

/** winkNLP and compromise, each made to cut the text into tokens and to tag them. */
export function neighbours(): readonly Neighbour[] {
  const wink = load("wink-nlp") as (
    model: unknown,
    pipes: readonly string[],
  ) => {
    readDoc(text: string): { tokens(): { out(its: unknown): unknown } };
    readonly its: { readonly pos: unknown };
  };
  const nlp = wink(load("wink-eng-lite-web-model"), ["sbd", "pos"]);
  const compromise = load("compromise/two") as (text: string) => { json(): unknown };
  return [
    { name: "winkNLP: tokens, tags", run: (text) => void nlp.readDoc(text).tokens().out(nlp.its.pos) },
    { name: "compromise: tokens, tags", run: (text) => void compromise(text).json() },
  ];
}
