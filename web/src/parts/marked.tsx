import type { ReactNode } from "react";
import type { Statement } from "../../../src/server/wire.js";

interface MarkedProps {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** A stretch of text with the statements that it is evidence of. */
interface Stretch {
  readonly text: string;
  readonly ids: readonly string[];
}

/** A report's text, as text and nothing else, with the evidence of each statement marked; a mark can be chosen. */
export function MarkedText({ text, statements, chosen, onChoose }: MarkedProps): ReactNode {
  const titled = statements.filter(({ evidence }) => evidence.title !== null);
  return (
    <div className="text">
      {titled.map(({ id, evidence }) => (
        <p key={id} className="titled">
          <Mark ids={[id]} chosen={chosen} onChoose={onChoose}>
            {evidence.title}
          </Mark>
        </p>
      ))}
      {paragraphsOf(text, statements).map((stretches, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a text never change their order
        <p key={index}>
          {stretches.map(({ text: words, ids }, at) =>
            ids.length === 0 ? (
              words
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor do the stretches of a paragraph
              <Mark key={at} ids={ids} chosen={chosen} onChoose={onChoose}>
                {words}
              </Mark>
            ),
          )}
        </p>
      ))}
    </div>
  );
}

interface MarkProps {
  readonly ids: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly children: ReactNode;
}

/** Choosing a mark again goes on to the next statement that it is evidence of. */
function Mark({ ids, chosen, onChoose, children }: MarkProps): ReactNode {
  const at = chosen === null ? -1 : ids.indexOf(chosen);
  const next = () => onChoose(ids[(at + 1) % ids.length] as string);
  return (
    // A button of HTML is a box of its own and would tear the sentence apart.
    // biome-ignore lint/a11y/useSemanticElements: see above; the keyboard works it as it would a button
    <span
      role="button"
      tabIndex={0}
      className="mark"
      aria-pressed={at >= 0}
      onClick={next}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        next();
      }}
      onMouseEnter={at < 0 ? next : undefined}
      onFocus={at < 0 ? next : undefined}
    >
      {children}
      {ids.length > 1 ? <sup>{ids.length}</sup> : null}
    </span>
  );
}

function paragraphsOf(text: string, statements: readonly Statement[]): readonly (readonly Stretch[])[] {
  const spans = statements
    .filter(({ evidence }) => evidence.end > evidence.start)
    .map(({ id, evidence }) => ({ id, start: evidence.start, end: evidence.end }));
  const cuts = new Set([0, text.length]);
  for (const { start, end } of spans) cuts.add(start).add(end);
  for (const { index } of text.matchAll(/\n+/g)) cuts.add(index).add(index + 1);
  const sorted = [...cuts].sort((a, b) => a - b);
  const paragraphs: Stretch[][] = [[]];
  for (let at = 0; at + 1 < sorted.length; at += 1) {
    const [start, end] = [sorted[at] as number, sorted[at + 1] as number];
    const piece = text.slice(start, end);
    if (/^\n+$/.test(piece)) {
      paragraphs.push([]);
      continue;
    }
    const ids = spans.filter((one) => one.start <= start && end <= one.end).map(({ id }) => id);
    paragraphs.at(-1)?.push({ text: piece, ids });
  }
  return paragraphs.filter((one) => one.some(({ text: words }) => words.trim() !== ""));
}
