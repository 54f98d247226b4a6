import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Opening the model or starting the command takes longer on a busy machine than a unit test may.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
