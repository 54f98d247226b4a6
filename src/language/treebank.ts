/** One sentence of a treebank in CoNLL-U, as parallel arrays by token. */
export interface TreebankSentence {
  readonly text: string;
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** -1 for the root. */
  readonly heads: readonly number[];
  /** With subtype, as in the file. */
  readonly relations: readonly string[];
  /** The tenth column, "_" where empty. */
  readonly misc: readonly string[];
  /** True where the next token follows without a space. */
  readonly glued: readonly boolean[];
  /** True where the sentence is the first of a document or paragraph. */
  readonly opens: boolean;
}

/**
 * Reads CoNLL-U (https://universaldependencies.org/format.html). Lines of multiword tokens ("1-2") and empty
 * nodes ("8.1") are passed over; the words inside a multiword token count as glued to each other.
 */
export function readTreebank(text: string): readonly TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let opens = false;
  for (const block of text.replaceAll("\r", "").split(/\n{2,}/)) {
    const lines = block.split("\n").filter((line) => line !== "");
    if (lines.length === 0) continue;
    if (lines.some((line) => line.startsWith("# newdoc") || line.startsWith("# newpar"))) opens = true;
    const sentence = readSentence(lines, opens || sentences.length === 0);
    if (sentence.forms.length === 0) continue;
    sentences.push(sentence);
    opens = false;
  }
  return sentences;
}

function readSentence(lines: readonly string[], opens: boolean): TreebankSentence {
  const rows: string[][] = [];
  const glued: boolean[] = [];
  let innerUntil = 0;
  let innerGlued = false;
  for (const line of lines) {
    if (line.startsWith("#")) continue;
    const row = line.split("\t");
    const [id = "", misc = "_"] = [row[0], row[9]];
    if (id.includes("-")) {
      innerUntil = Number(id.split("-")[1]);
      innerGlued = misc.includes("SpaceAfter=No");
      continue;
    }
    if (id.includes(".")) continue;
    const number = Number(id);
    rows.push(row);
    if (number < innerUntil) glued.push(true);
    else if (number === innerUntil) glued.push(innerGlued);
    else glued.push(misc.includes("SpaceAfter=No"));
  }
  const column = (index: number) => rows.map((row) => row[index] ?? "_");
  const comment = lines.find((line) => line.startsWith("# text = "));
  return {
    text: comment?.slice("# text = ".length) ?? "",
    forms: column(1),
    lemmas: column(2),
    upos: column(3),
    xpos: column(4),
    heads: column(6).map((head) => Number(head) - 1),
    relations: column(7),
    misc: column(9),
    glued,
    opens,
  };
}
