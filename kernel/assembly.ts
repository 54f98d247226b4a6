// Matrix kernels of the language model, AssemblyScript for WebAssembly SIMD. All matrices are row-major
// 32-bit floats in the imported memory; addresses are in bytes, sizes and strides in floats. The number of
// columns is a multiple of 4. Sums run in a fixed order, so that results are the same on every machine.

/** Y[n, m] += X[n, k] · W[k, m]; rows of X lie `stride` floats apart, so that windows may overlap. k is a multiple of 4. */
export function multiply(x: usize, stride: i32, w: usize, y: usize, n: i32, k: i32, m: i32): void {
  const wide = m << 2;
  for (let i = 0; i < n; i++) {
    const row = x + ((i * stride) << 2);
    const out = y + i * wide;
    for (let j = 0; j < k; j += 4) {
      const a = v128.load32_splat(row + (j << 2));
      const b = v128.load32_splat(row + (j << 2) + 4);
      const c = v128.load32_splat(row + (j << 2) + 8);
      const d = v128.load32_splat(row + (j << 2) + 12);
      const w0 = w + j * wide;
      const w1 = w0 + wide;
      const w2 = w1 + wide;
      const w3 = w2 + wide;
      for (let o = 0; o < wide; o += 16) {
        let sum = v128.load(out + o);
        sum = f32x4.add(sum, f32x4.mul(a, v128.load(w0 + o)));
        sum = f32x4.add(sum, f32x4.mul(b, v128.load(w1 + o)));
        sum = f32x4.add(sum, f32x4.mul(c, v128.load(w2 + o)));
        sum = f32x4.add(sum, f32x4.mul(d, v128.load(w3 + o)));
        v128.store(out + o, sum);
      }
    }
  }
}

/** dX[n, k] += dY[n, m] · Wᵀ; rows of dX lie `stride` floats apart. */
export function multiplyTransposed(dy: usize, w: usize, dx: usize, stride: i32, n: i32, k: i32, m: i32): void {
  const wide = m << 2;
  for (let i = 0; i < n; i++) {
    const row = dy + i * wide;
    const out = dx + ((i * stride) << 2);
    for (let j = 0; j < k; j++) {
      const weights = w + j * wide;
      let sum = f32x4.splat(0);
      for (let o = 0; o < wide; o += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(row + o), v128.load(weights + o)));
      const total =
        f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3);
      store<f32>(out + (j << 2), load<f32>(out + (j << 2)) + total);
    }
  }
}

/** dW[k, m] += Xᵀ · dY; rows of X lie `stride` floats apart. */
export function outer(x: usize, stride: i32, dy: usize, dw: usize, n: i32, k: i32, m: i32): void {
  const wide = m << 2;
  for (let i = 0; i < n; i++) {
    const row = x + ((i * stride) << 2);
    const grad = dy + i * wide;
    for (let j = 0; j < k; j++) {
      const value = load<f32>(row + (j << 2));
      if (value == 0) continue;
      const a = f32x4.splat(value);
      const target = dw + j * wide;
      for (let o = 0; o < wide; o += 16) {
        v128.store(target + o, f32x4.add(v128.load(target + o), f32x4.mul(a, v128.load(grad + o))));
      }
    }
  }
}
