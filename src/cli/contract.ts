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

/** What every command on the record is given. */
export interface RecordOptions {
  /** A folder or a postgres:// address. */
  readonly record?: string;
  /** A new record is made without the history on board. */
  readonly bare?: true;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly json?: true;
}

export interface AddOptions extends RecordOptions {
  /** Tell what would change, and add nothing. */
  readonly dryRun?: true;
  readonly published?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly url?: string;
}

export interface ShowOptions extends RecordOptions {
  /** Quote the words behind each line. */
  readonly evidence?: true;
  readonly all?: true;
}

export interface TimelineOptions extends ShowOptions {
  readonly from?: string;
  readonly to?: string;
  readonly act?: string;
}

export interface CheckOptions extends RecordOptions {
  readonly report?: string;
  readonly evidence?: true;
}

export interface LogOptions extends RecordOptions {
  readonly limit?: string;
}

export interface RebuildOptions extends RecordOptions {
  /** Take over the history on board of this version first. */
  readonly history?: true;
}

export interface ReviewOptions extends RecordOptions {
  readonly who?: string;
  readonly why?: string;
}

export interface ExportOptions extends RecordOptions {
  readonly format?: string;
  readonly what?: string;
}
