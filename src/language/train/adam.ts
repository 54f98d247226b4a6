import type { Block, Kernel } from "../model/kernel.js";

/**
 * Adam (Kingma and Ba 2015) over one block of parameters, with its gradient. Rows that a batch does not touch
 * keep their moments, as is usual for embeddings.
 */
export class Adam {
  readonly values: Block;
  readonly gradient: Block;
  private readonly first: Block;
  private readonly second: Block;
  private readonly kernel: Kernel;

  constructor(kernel: Kernel, values: Block) {
    const size = values.data.length;
    this.kernel = kernel;
    this.values = values;
    this.gradient = kernel.allocate(size);
    this.first = kernel.allocate(size);
    this.second = kernel.allocate(size);
  }

  /** Moves the values from `from` to `to`, both multiples of 4, and clears their gradient. `step` counts from 1. */
  update(from: number, to: number, rate: number, step: number): void {
    const corrected = (rate * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step);
    const { values, gradient, first, second } = this;
    const skip = from * 4;
    this.kernel.adapt(
      values.address + skip,
      gradient.address + skip,
      first.address + skip,
      second.address + skip,
      to - from,
      corrected,
    );
  }
}
