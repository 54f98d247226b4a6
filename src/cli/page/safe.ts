/**
 * Characters that could steer a terminal or turn the order of a line around: controls (C0, C1), line and
 * paragraph separators, bidirectional marks, embeddings, overrides and isolates (Unicode Standard Annex 9),
 * invisible operators, byte-order marks, tags, and halves of surrogate pairs.
 */
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** Text of a report for a terminal: white space becomes a plain space, and what could do harm is spelt out. */
export function safe(text: string): string {
  return text.replace(/[\t\n\v\f\r\u0085]+/g, " ").replace(unsafe, spelt);
}

function spelt(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/**
 * JSON of anything, with the same characters written as escapes that every reader of JSON turns back: JSON itself escapes
 * only those below the space. `indent` 0 puts it on one line.
 */
export function jsonText(value: unknown, indent = 2): string {
  return JSON.stringify(value, null, indent).replace(unsafe, (character) => {
    // Line breaks of the layout stay; those within texts are escaped already.
    if (character === "\n") return character;
    return Array.from({ length: character.length }, (_, at) => unitEscape(character.charCodeAt(at))).join("");
  });
}

function unitEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
