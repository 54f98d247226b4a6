/**
 * The gradient of `recur` in the kernel: from that of its states, `flow`, to that of its sums, `target`. The
 * derivative of the gate ½ + ½ a / (1 + |a|) is ½ / (1 + |a|)².
 */
export function unrollRecurrence(
  sums: Float32Array,
  states: Float32Array,
  flow: Float32Array,
  target: Float32Array,
  n: number,
  width: number,
): void {
  for (let column = 0; column < width; column += 1) {
    const backwards = column >= width / 2;
    let carried = 0;
    for (let step = n - 1; step >= 0; step -= 1) {
      const token = backwards ? n - 1 - step : step;
      const before =
        step === 0 ? 0 : (states[(backwards ? token + 1 : token - 1) * width + column] as number);
      const at = token * 2 * width + column;
      const candidate = sums[at] as number;
      const gateSum = sums[at + width] as number;
      const slope = 1 + Math.abs(gateSum);
      const gate = 0.5 + (0.5 * gateSum) / slope;
      const total = carried + (flow[token * width + column] as number);
      target[at] = (1 - gate) * total;
      target[at + width] = ((before - candidate) * total * 0.5) / (slope * slope);
      carried = gate * total;
    }
  }
}
