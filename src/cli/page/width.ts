const zero = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Wide and fullwidth blocks (Unicode Standard Annex 11), and the emoji that terminals draw over two columns. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f1e6, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

/** The number of terminal columns that a text takes; the text holds no control characters. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x300) width += 1;
    else if (wide.some(([from, to]) => point >= from && point <= to)) width += 2;
    else if (!zero.test(character)) width += 1;
  }
  return width;
}
