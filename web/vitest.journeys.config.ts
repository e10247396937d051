import { defineConfig } from "vitest/config";

/** Journeys through the built product in a real browser, one after another. */
export default defineConfig({
  test: {
    include: ["journeys/**/*.journey.ts"],
    environment: "node",
    globalSetup: "journeys/world/setUp.ts",
    fileParallelism: false,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    sequence: { concurrent: false, shuffle: false },
  },
});
