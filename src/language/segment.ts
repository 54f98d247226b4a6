import type { Block, Dateline } from "../model/index.js";
import { cutSentences } from "./sentences.js";
import { tokenise } from "./tokens.js";
import { TokenTable } from "./tokenTable.js";

/** The tokens and sentences of a text, as offsets. */
export interface Segmentation {
  readonly table: TokenTable;
  /** Number of the first token of each sentence, then the number of all tokens. */
  readonly bounds: Int32Array;
  /** Number of the block of each sentence. */
  readonly blockOf: Int32Array;
  readonly sentenceCount: number;
}

/** A token takes five characters on average with the space after it. */
const charactersPerToken = 4;

/**
 * Cuts the blocks of a text into tokens and sentences. No sentence runs over two blocks; what lies outside
 * the blocks, or in the dateline, is passed over.
 */
export function segment(
  text: string,
  blocks: readonly Block[],
  dateline: Dateline | null = null,
): Segmentation {
  const table = new TokenTable(Math.ceil(text.length / charactersPerToken) + 16);
  const bounds: number[] = [];
  const blockOf: number[] = [];
  for (const [number, block] of blocks.entries()) {
    const first = table.size;
    tokenise(text, afterDateline(block, dateline), Math.min(block.end, text.length), table);
    let start = first;
    cutSentences(text, table, first, table.size, (end) => {
      bounds.push(start);
      blockOf.push(number);
      start = end;
    });
  }
  const sentenceCount = bounds.length;
  bounds.push(table.size);
  return { table, bounds: Int32Array.from(bounds), blockOf: Int32Array.from(blockOf), sentenceCount };
}

function afterDateline(block: Block, dateline: Dateline | null): number {
  const inside = dateline !== null && dateline.start < block.end && dateline.end > block.start;
  return inside ? Math.min(dateline.end, block.end) : block.start;
}
