// Matrix kernels of the language model, AssemblyScript for WebAssembly SIMD. All matrices are row-major
// 32-bit floats in the imported memory; addresses are in bytes, sizes and strides in floats. The number of
// columns is a multiple of 4. Sums run in a fixed order, so that results are the same on every machine.
// Blocks of four rows by eight columns keep their sums in registers: memory is touched once for each block.

/** Y[n, m] += X[n, k] · W[k, m]; rows of X lie `stride` floats apart, so that windows may overlap. */
export function multiply(x: usize, stride: i32, w: usize, y: usize, n: i32, k: i32, m: i32): void {
  const wide = m << 2;
  const apart = stride << 2;
  let i = 0;
  for (; i + 4 <= n; i += 4) multiplyFour(x + i * apart, apart, w, y + i * wide, k, wide);
  for (; i < n; i++) multiplyOne(x + i * apart, w, y + i * wide, k, wide);
}

function multiplyFour(x: usize, apart: i32, w: usize, y: usize, k: i32, wide: i32): void {
  const y1 = y + wide;
  const y2 = y1 + wide;
  const y3 = y2 + wide;
  const deep = k << 2;
  let o = 0;
  for (; o + 32 <= wide; o += 32) {
    let a0 = v128.load(y + o);
    let a1 = v128.load(y + o, 16);
    let b0 = v128.load(y1 + o);
    let b1 = v128.load(y1 + o, 16);
    let c0 = v128.load(y2 + o);
    let c1 = v128.load(y2 + o, 16);
    let d0 = v128.load(y3 + o);
    let d1 = v128.load(y3 + o, 16);
    let row = w + o;
    for (let j = 0; j < deep; j += 4) {
      const w0 = v128.load(row);
      const w1 = v128.load(row, 16);
      const at = x + j;
      const a = v128.load32_splat(at);
      a0 = f32x4.add(a0, f32x4.mul(a, w0));
      a1 = f32x4.add(a1, f32x4.mul(a, w1));
      const b = v128.load32_splat(at + apart);
      b0 = f32x4.add(b0, f32x4.mul(b, w0));
      b1 = f32x4.add(b1, f32x4.mul(b, w1));
      const c = v128.load32_splat(at + 2 * apart);
      c0 = f32x4.add(c0, f32x4.mul(c, w0));
      c1 = f32x4.add(c1, f32x4.mul(c, w1));
      const d = v128.load32_splat(at + 3 * apart);
      d0 = f32x4.add(d0, f32x4.mul(d, w0));
      d1 = f32x4.add(d1, f32x4.mul(d, w1));
      row += wide;
    }
    v128.store(y + o, a0);
    v128.store(y + o, a1, 16);
    v128.store(y1 + o, b0);
    v128.store(y1 + o, b1, 16);
    v128.store(y2 + o, c0);
    v128.store(y2 + o, c1, 16);
    v128.store(y3 + o, d0);
    v128.store(y3 + o, d1, 16);
  }
  for (; o < wide; o += 16) {
    let a0 = v128.load(y + o);
    let b0 = v128.load(y1 + o);
    let c0 = v128.load(y2 + o);
    let d0 = v128.load(y3 + o);
    let row = w + o;
    for (let j = 0; j < deep; j += 4) {
      const w0 = v128.load(row);
      const at = x + j;
      a0 = f32x4.add(a0, f32x4.mul(v128.load32_splat(at), w0));
      b0 = f32x4.add(b0, f32x4.mul(v128.load32_splat(at + apart), w0));
      c0 = f32x4.add(c0, f32x4.mul(v128.load32_splat(at + 2 * apart), w0));
      d0 = f32x4.add(d0, f32x4.mul(v128.load32_splat(at + 3 * apart), w0));
      row += wide;
    }
    v128.store(y + o, a0);
    v128.store(y1 + o, b0);
    v128.store(y2 + o, c0);
    v128.store(y3 + o, d0);
  }
}

function multiplyOne(x: usize, w: usize, y: usize, k: i32, wide: i32): void {
  const deep = k << 2;
  let o = 0;
  for (; o + 64 <= wide; o += 64) {
    let a = v128.load(y + o);
    let b = v128.load(y + o, 16);
    let c = v128.load(y + o, 32);
    let d = v128.load(y + o, 48);
    let row = w + o;
    for (let j = 0; j < deep; j += 4) {
      const value = v128.load32_splat(x + j);
      a = f32x4.add(a, f32x4.mul(value, v128.load(row)));
      b = f32x4.add(b, f32x4.mul(value, v128.load(row, 16)));
      c = f32x4.add(c, f32x4.mul(value, v128.load(row, 32)));
      d = f32x4.add(d, f32x4.mul(value, v128.load(row, 48)));
      row += wide;
    }
    v128.store(y + o, a);
    v128.store(y + o, b, 16);
    v128.store(y + o, c, 32);
    v128.store(y + o, d, 48);
  }
  for (; o < wide; o += 16) {
    let a = v128.load(y + o);
    let row = w + o;
    for (let j = 0; j < deep; j += 4) {
      a = f32x4.add(a, f32x4.mul(v128.load32_splat(x + j), v128.load(row)));
      row += wide;
    }
    v128.store(y + o, a);
  }
}

/** Y[m] = the rectified sum of `count` rows, whose addresses stand at `rows` as 32-bit integers. */
export function gather(rows: usize, count: i32, y: usize, m: i32): void {
  const wide = m << 2;
  const zero = f32x4.splat(0);
  for (let o = 0; o < wide; o += 16) {
    let sum = zero;
    for (let at = 0; at < count; at++) sum = f32x4.add(sum, v128.load(<usize>load<i32>(rows + (at << 2)) + o));
    v128.store(y + o, f32x4.max(sum, zero));
  }
}

/** Y = X + max(S, 0), over `size` floats, a multiple of 4. */
export function rectifyOnto(x: usize, s: usize, y: usize, size: i32): void {
  const zero = f32x4.splat(0);
  const wide = size << 2;
  for (let o = 0; o < wide; o += 16) {
    v128.store(y + o, f32x4.add(v128.load(x + o), f32x4.max(v128.load(s + o), zero)));
  }
}

/**
 * A gated recurrence in both directions. Each row of S[n, 2m] holds m candidates z and m gate sums a; the gate
 * is f = ½ + ½ a / (1 + |a|), the state c = f · c' + (1 − f) · z, where c' is the state of the row before for
 * the first half of the columns and of the row after for the second. Writes C[n, m] and Y = X + C. m is a
 * multiple of 8.
 */
export function recur(s: usize, x: usize, c: usize, y: usize, n: i32, m: i32): void {
  const wide = m << 2;
  const half = wide >> 1;
  const one = f32x4.splat(1);
  const part = f32x4.splat(0.5);
  for (let o = 0; o < wide; o += 16) {
    const backwards = o >= half;
    let state = f32x4.splat(0);
    for (let step = 0; step < n; step++) {
      const i = backwards ? n - 1 - step : step;
      const sums = s + i * 2 * wide + o;
      const z = v128.load(sums);
      const a = v128.load(sums + wide);
      const gate = f32x4.add(part, f32x4.div(f32x4.mul(part, a), f32x4.add(one, f32x4.abs(a))));
      state = f32x4.add(z, f32x4.mul(gate, f32x4.sub(state, z)));
      const at = i * wide + o;
      v128.store(c + at, state);
      v128.store(y + at, f32x4.add(v128.load(x + at), state));
    }
  }
}

/** dX[n, k] += dY[n, m] · Wᵀ; rows of dX lie `stride` floats apart. k is even. */
export function multiplyTransposed(dy: usize, w: usize, dx: usize, stride: i32, n: i32, k: i32, m: i32): void {
  const wide = m << 2;
  const apart = stride << 2;
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const row = dy + i * wide;
    const out = dx + i * apart;
    for (let j = 0; j < k; j += 2) {
      const w0 = w + j * wide;
      let a0 = f32x4.splat(0);
      let a1 = a0;
      let b0 = a0;
      let b1 = a0;
      let c0 = a0;
      let c1 = a0;
      let d0 = a0;
      let d1 = a0;
      for (let o = 0; o < wide; o += 16) {
        const u = v128.load(w0 + o);
        const v = v128.load(w0 + wide + o);
        const a = v128.load(row + o);
        a0 = f32x4.add(a0, f32x4.mul(a, u));
        a1 = f32x4.add(a1, f32x4.mul(a, v));
        const b = v128.load(row + wide + o);
        b0 = f32x4.add(b0, f32x4.mul(b, u));
        b1 = f32x4.add(b1, f32x4.mul(b, v));
        const c = v128.load(row + 2 * wide + o);
        c0 = f32x4.add(c0, f32x4.mul(c, u));
        c1 = f32x4.add(c1, f32x4.mul(c, v));
        const d = v128.load(row + 3 * wide + o);
        d0 = f32x4.add(d0, f32x4.mul(d, u));
        d1 = f32x4.add(d1, f32x4.mul(d, v));
      }
      const at = out + (j << 2);
      addTotals(at, a0, a1);
      addTotals(at + apart, b0, b1);
      addTotals(at + 2 * apart, c0, c1);
      addTotals(at + 3 * apart, d0, d1);
    }
  }
  for (; i < n; i++) {
    const row = dy + i * wide;
    const out = dx + i * apart;
    for (let j = 0; j < k; j += 2) {
      const w0 = w + j * wide;
      let a0 = f32x4.splat(0);
      let a1 = a0;
      for (let o = 0; o < wide; o += 16) {
        const a = v128.load(row + o);
        a0 = f32x4.add(a0, f32x4.mul(a, v128.load(w0 + o)));
        a1 = f32x4.add(a1, f32x4.mul(a, v128.load(w0 + wide + o)));
      }
      addTotals(out + (j << 2), a0, a1);
    }
  }
}

// @ts-ignore: decorator
@inline
function addTotals(at: usize, first: v128, second: v128): void {
  store<f32>(at, load<f32>(at) + total(first));
  store<f32>(at + 4, load<f32>(at + 4) + total(second));
}

// @ts-ignore: decorator
@inline
function total(sum: v128): f32 {
  return (
    f32x4.extract_lane(sum, 0) +
    f32x4.extract_lane(sum, 1) +
    (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
  );
}

/** dW[k, m] += Xᵀ · dY; rows of X lie `stride` floats apart. k is a multiple of 4. */
export function outer(x: usize, stride: i32, dy: usize, dw: usize, n: i32, k: i32, m: i32): void {
  const wide = m << 2;
  for (let j = 0; j < k; j += 4) outerFour(x + (j << 2), stride << 2, dy, dw + j * wide, n, wide);
}

function outerFour(x: usize, apart: i32, dy: usize, w0: usize, n: i32, wide: i32): void {
  const w1 = w0 + wide;
  const w2 = w1 + wide;
  const w3 = w2 + wide;
  let o = 0;
  for (; o + 32 <= wide; o += 32) {
    let a0 = v128.load(w0 + o);
    let a1 = v128.load(w0 + o, 16);
    let b0 = v128.load(w1 + o);
    let b1 = v128.load(w1 + o, 16);
    let c0 = v128.load(w2 + o);
    let c1 = v128.load(w2 + o, 16);
    let d0 = v128.load(w3 + o);
    let d1 = v128.load(w3 + o, 16);
    let row = x;
    let slope = dy + o;
    for (let i = 0; i < n; i++) {
      const g0 = v128.load(slope);
      const g1 = v128.load(slope, 16);
      const a = v128.load32_splat(row);
      a0 = f32x4.add(a0, f32x4.mul(a, g0));
      a1 = f32x4.add(a1, f32x4.mul(a, g1));
      const b = v128.load32_splat(row, 4);
      b0 = f32x4.add(b0, f32x4.mul(b, g0));
      b1 = f32x4.add(b1, f32x4.mul(b, g1));
      const c = v128.load32_splat(row, 8);
      c0 = f32x4.add(c0, f32x4.mul(c, g0));
      c1 = f32x4.add(c1, f32x4.mul(c, g1));
      const d = v128.load32_splat(row, 12);
      d0 = f32x4.add(d0, f32x4.mul(d, g0));
      d1 = f32x4.add(d1, f32x4.mul(d, g1));
      row += apart;
      slope += wide;
    }
    v128.store(w0 + o, a0);
    v128.store(w0 + o, a1, 16);
    v128.store(w1 + o, b0);
    v128.store(w1 + o, b1, 16);
    v128.store(w2 + o, c0);
    v128.store(w2 + o, c1, 16);
    v128.store(w3 + o, d0);
    v128.store(w3 + o, d1, 16);
  }
  for (; o < wide; o += 16) {
    let a0 = v128.load(w0 + o);
    let b0 = v128.load(w1 + o);
    let c0 = v128.load(w2 + o);
    let d0 = v128.load(w3 + o);
    let row = x;
    let slope = dy + o;
    for (let i = 0; i < n; i++) {
      const g0 = v128.load(slope);
      a0 = f32x4.add(a0, f32x4.mul(v128.load32_splat(row), g0));
      b0 = f32x4.add(b0, f32x4.mul(v128.load32_splat(row, 4), g0));
      c0 = f32x4.add(c0, f32x4.mul(v128.load32_splat(row, 8), g0));
      d0 = f32x4.add(d0, f32x4.mul(v128.load32_splat(row, 12), g0));
      row += apart;
      slope += wide;
    }
    v128.store(w0 + o, a0);
    v128.store(w1 + o, b0);
    v128.store(w2 + o, c0);
    v128.store(w3 + o, d0);
  }
}

/**
 * One step of Adam (Kingma and Ba 2015) for `size` parameters, a multiple of 4: moves the values against the
 * gradient by at most about `rate`, which the caller corrects for the start, and clears the gradient.
 */
export function adapt(values: usize, gradient: usize, first: usize, second: usize, size: i32, rate: f32): void {
  const wide = size << 2;
  const keep1 = f32x4.splat(0.9);
  const take1 = f32x4.splat(0.1);
  const keep2 = f32x4.splat(0.999);
  const take2 = f32x4.splat(0.001);
  const least = f32x4.splat(1e-6);
  const step = f32x4.splat(rate);
  const zero = f32x4.splat(0);
  for (let o = 0; o < wide; o += 16) {
    const slope = v128.load(gradient + o);
    const mean = f32x4.add(f32x4.mul(keep1, v128.load(first + o)), f32x4.mul(take1, slope));
    const spread = f32x4.add(f32x4.mul(keep2, v128.load(second + o)), f32x4.mul(take2, f32x4.mul(slope, slope)));
    v128.store(first + o, mean);
    v128.store(second + o, spread);
    v128.store(gradient + o, zero);
    const move = f32x4.div(f32x4.mul(step, mean), f32x4.add(f32x4.sqrt(spread), least));
    v128.store(values + o, f32x4.sub(v128.load(values + o), move));
  }
}
