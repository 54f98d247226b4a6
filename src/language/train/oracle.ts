import type { ParserState } from "../model/transitions.js";

/**
 * The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): how many gold arcs each of the
 * three moves puts out of reach. `heads` holds the size of the sentence for the root's head.
 */
export interface MoveCosts {
  shift: number;
  toFront: number;
  below: number;
}

export function moveCosts(state: ParserState, heads: Int16Array, costs: MoveCosts): void {
  costs.shift = state.canShift ? shiftCost(state, heads) : Number.POSITIVE_INFINITY;
  costs.toFront = state.canAttachToFront ? toFrontCost(state, heads) : Number.POSITIVE_INFINITY;
  costs.below = state.canAttachBelow ? belowCost(state, heads) : Number.POSITIVE_INFINITY;
}

/** The front of the buffer loses a head deeper in the stack, and dependents anywhere in it. */
function shiftCost(state: ParserState, heads: Int16Array): number {
  const front = state.front;
  let cost = 0;
  for (let depth = 0; depth < state.depth; depth += 1) {
    const item = state.at(depth);
    if (depth > 0 && heads[front] === item) cost += 1;
    if (heads[item] === front) cost += 1;
  }
  return cost;
}

/** The top loses a head below it or further back in the buffer, and dependents in the buffer. */
function toFrontCost(state: ParserState, heads: Int16Array): number {
  const top = state.at(0);
  const head = heads[top] as number;
  let cost = head === state.at(1) || head > state.front ? 1 : 0;
  for (let token = state.front; token < state.size; token += 1) if (heads[token] === top) cost += 1;
  return cost;
}

/** The top loses a head in the buffer, and dependents in the buffer. */
function belowCost(state: ParserState, heads: Int16Array): number {
  const top = state.at(0);
  let cost = (heads[top] as number) >= state.front ? 1 : 0;
  for (let token = state.front; token < state.size; token += 1) if (heads[token] === top) cost += 1;
  return cost;
}
