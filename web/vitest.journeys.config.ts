import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** In the order of their numbers: later journeys find what earlier ones left. */
class ByNumber extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => one.moduleId.localeCompare(other.moduleId));
  }
}

/** Journeys through the built product in a real browser, one after another. */
export default defineConfig({
  test: {
    include: ["journeys/**/*.journey.ts"],
    environment: "node",
    globalSetup: "journeys/world/setUp.ts",
    fileParallelism: false,
    isolate: false,
    // A machine that is busy beside takes its time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Of a second, as it is by default, nothing is left where the server's tests take both cores.
    expect: { poll: { timeout: 60_000 } },
    sequence: { sequencer: ByNumber },
  },
});
