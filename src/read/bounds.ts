/** Limits on what is read; beyond each, a fault says so and the rest goes on. */
export const bounds = Object.freeze({
  /** Bytes of one file or address. */
  fileBytes: 20 * 1024 * 1024,
  /** Bytes of one line of a JSON Lines stream. */
  lineBytes: 5 * 1024 * 1024,
  /** UTF-16 units of one report's text. */
  textUnits: 2_000_000,
  /** Folders within folders. */
  folderDepth: 16,
  /** Elements within elements of a page. */
  htmlDepth: 400,
  /** Tags of a page. */
  htmlTags: 200_000,
  /** Bytes of a page fetched from an address, after decompression. */
  fetchBytes: 10 * 1024 * 1024,
  /** Milliseconds from the first request to the last byte, redirects included. */
  fetchTime: 15_000,
  redirects: 5,
});
