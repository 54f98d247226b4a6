import { createRequire } from "node:module";
import type { Env, InferenceSession, Tensor } from "onnxruntime-common";

/** Rows of numbers that go into the model or come out of it. */
export interface Rows {
  readonly data: Float32Array | readonly number[];
  readonly shape: readonly number[];
  /** Whether they are counts and numbers of things, and no measures. */
  readonly whole: boolean;
}

/** One half of the model, opened: named rows in, named rows out. */
export interface Graph {
  run(feeds: Readonly<Record<string, Rows>>): Promise<Readonly<Record<string, Float32Array>>>;
}

/** The runtime of ONNX models that could be loaded. */
export interface Runtime {
  /** "native", or "WebAssembly" where the native library cannot be loaded: the same readings, several times slower. */
  readonly kind: "native" | "WebAssembly";
  open(model: Uint8Array): Promise<Graph>;
}

type Library = {
  readonly InferenceSession: typeof InferenceSession;
  readonly Tensor: typeof Tensor;
};

const require = createRequire(import.meta.url);

/**
 * The native runtime, or the WebAssembly one where the native library cannot be loaded and the package `onnxruntime-web` is
 * installed. Throws where there is neither, and says what to install.
 */
export function openRuntime(): Runtime {
  try {
    return nativeRuntime();
  } catch (native) {
    try {
      return webRuntime();
    } catch {
      throw new Error(
        `the native library of onnxruntime-node cannot be loaded here (${String(native)}); install onnxruntime-web beside Credence to read with WebAssembly, several times slower`,
      );
    }
  }
}

export function nativeRuntime(): Runtime {
  const library = require("onnxruntime-node") as Library;
  return runtimeOn("native", library, {
    executionProviders: ["cpu"],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
    graphOptimizationLevel: "all",
    logSeverityLevel: 3,
  });
}

/** The same runtime compiled to WebAssembly, on one thread. */
export function webRuntime(): Runtime {
  const library = require("onnxruntime-web") as Library & { readonly env: Env };
  library.env.wasm.numThreads = 1;
  return runtimeOn("WebAssembly", library, {
    executionProviders: ["wasm"],
    graphOptimizationLevel: "all",
    logSeverityLevel: 3,
  });
}

function runtimeOn(
  kind: Runtime["kind"],
  library: Library,
  options: InferenceSession.SessionOptions,
): Runtime {
  return Object.freeze({
    kind,
    open: async (model: Uint8Array): Promise<Graph> => {
      const session = await library.InferenceSession.create(model, options);
      const tensor = ({ data, shape, whole }: Rows) =>
        whole
          ? new library.Tensor("int64", BigInt64Array.from(data as readonly number[], BigInt), shape)
          : new library.Tensor("float32", data as Float32Array, shape);
      return Object.freeze({
        run: async (feeds: Readonly<Record<string, Rows>>) => {
          const given = Object.fromEntries(Object.entries(feeds).map(([name, rows]) => [name, tensor(rows)]));
          const found = await session.run(given);
          return Object.fromEntries(
            Object.entries(found).map(([name, one]) => [name, one.data as Float32Array]),
          );
        },
      });
    },
  });
}
