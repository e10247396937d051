import type { Feature, FeaturePage } from "~/kernel/features";
import type { Overrides } from "~/kernel/overrides/overrides";

/** Objects that look special, and screens that are not records: found by their folder, registered nowhere. */
const objectModules = import.meta.glob<{ default: Overrides }>("../objects/*/index.{ts,tsx}", {
  eager: true,
});
const featureModules = import.meta.glob<{ default: Feature }>("../features/*/index.{ts,tsx}", {
  eager: true,
});

export const overrides: Record<string, Overrides> = Object.fromEntries(
  Object.entries(objectModules).map(([path, module]) => [path.split("/")[2] as string, module.default]),
);

export const featurePages: FeaturePage[] = Object.values(featureModules).flatMap(
  module => module.default.pages,
);
