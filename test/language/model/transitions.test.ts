import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ParserState } from "../../../src/language/model/transitions.js";
import { type MoveCosts, moveCosts } from "../../../src/language/train/oracle.js";

const size = fc.integer({ min: 1, max: 30 });

/** Makes any allowed moves, chosen by `draw`, until the sentence is read. */
function walk(n: number, draw: (count: number) => number): ParserState {
  const state = new ParserState(n);
  state.start(n);
  while (!state.done) {
    const moves: (() => void)[] = [];
    if (state.canShift) moves.push(() => state.shift());
    if (state.canAttachToFront) moves.push(() => state.attachToFront(0));
    if (state.canAttachBelow) moves.push(() => state.attachBelow(0));
    moves[draw(moves.length)]?.();
  }
  return state;
}

/** True if every token reaches the root, which stands at number `n`. */
function isTree(heads: ArrayLike<number>, n: number): boolean {
  for (let token = 0; token < n; token += 1) {
    let at = token;
    for (let steps = 0; at !== n; steps += 1) {
      if (steps > n) return false;
      at = heads[at] as number;
    }
  }
  return true;
}

/** A random projective tree over [from, to): a head, and trees on both sides of it cut into dependents. */
function grow(
  from: number,
  to: number,
  head: number,
  draw: (count: number) => number,
  heads: Int16Array,
): void {
  if (from >= to) return;
  const cut = from + 1 + draw(to - from);
  const middle = from + draw(cut - from);
  heads[middle] = head;
  grow(from, middle, middle, draw, heads);
  grow(middle + 1, cut, middle, draw, heads);
  grow(cut, to, head, draw, heads);
}

describe("the transition system", () => {
  it("makes a tree with one root, whatever the moves", () => {
    fc.assert(
      fc.property(size, fc.gen(), (n, gen) => {
        const { heads } = walk(n, (count) => gen(fc.nat, { max: count - 1 }));
        expect(isTree(heads, n)).toBe(true);
        expect([...heads.subarray(0, n)].filter((head) => head === n)).toHaveLength(1);
      }),
    );
  });

  it("reaches any projective tree by moves that the oracle calls free", () => {
    fc.assert(
      fc.property(size, fc.gen(), (n, gen) => {
        const draw = (count: number) => gen(fc.nat, { max: count - 1 });
        const gold = new Int16Array(n).fill(-1);
        const root = draw(n);
        gold[root] = n;
        grow(0, root, root, draw, gold);
        grow(root + 1, n, root, draw, gold);
        const state = new ParserState(n);
        const costs: MoveCosts = { shift: 0, toFront: 0, below: 0 };
        state.start(n);
        while (!state.done) {
          moveCosts(state, gold, costs);
          if (costs.toFront === 0) state.attachToFront(0);
          else if (costs.below === 0) state.attachBelow(0);
          else {
            expect(costs.shift).toBe(0);
            state.shift();
          }
        }
        expect([...state.heads.subarray(0, n)]).toEqual([...gold]);
      }),
    );
  });
});
