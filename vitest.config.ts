import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Opening the model or starting the command takes longer on a busy machine than a unit test may.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "rooms",
          include: ["test/**/*.test.ts"],
          exclude: ["test/store/**", "test/faults/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "store",
          include: ["test/{store,faults}/**/*.test.ts"],
          // Only runs that touch the store wait for a database server.
          globalSetup: ["test/store/servers.ts"],
        },
      },
    ],
  },
});
