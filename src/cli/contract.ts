/** What the process ends with: done, something could not be read or done, wrong use. */
export const exitCodes = Object.freeze({ done: 0, undone: 1, wrongUse: 2 });

/** The options of `credence read` as commander gives them. */
export interface ReadOptions {
  readonly json?: true;
  readonly jsonl?: true;
  readonly published?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly url?: string;
  /** A folder of act files of the user's own. */
  readonly acts?: string;
}

/** The options of `credence acts`. */
export interface ActsOptions {
  readonly json?: true;
  readonly markdown?: true;
  readonly acts?: string;
}

/** The options of `credence parties`. */
export interface PartiesOptions {
  readonly json?: true;
  readonly at?: string;
}
