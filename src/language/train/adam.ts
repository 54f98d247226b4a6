/**
 * Adam (Kingma and Ba 2015) over one array of parameters. Rows that a batch does not touch keep their
 * moments, as is usual for embeddings.
 */
export class Adam {
  private readonly first: Float32Array;
  private readonly second: Float32Array;

  constructor(size: number) {
    this.first = new Float32Array(size);
    this.second = new Float32Array(size);
  }

  /** Moves `values[from … to]` against `gradient`, and clears the gradient. `step` counts from 1. */
  update(
    values: Float32Array,
    gradient: Float32Array,
    from: number,
    to: number,
    rate: number,
    step: number,
  ): void {
    const { first, second } = this;
    const corrected = (rate * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step);
    for (let at = from; at < to; at += 1) {
      const slope = gradient[at] as number;
      const mean = 0.9 * (first[at] as number) + 0.1 * slope;
      const variance = 0.999 * (second[at] as number) + 0.001 * slope * slope;
      first[at] = mean;
      second[at] = variance;
      values[at] = (values[at] as number) - (corrected * mean) / (Math.sqrt(variance) + 1e-6);
      gradient[at] = 0;
    }
  }
}
