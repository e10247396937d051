import { lazy } from "react";
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

const features = Object.entries(featureModules).map(([path, { default: feature }]) => ({ path, feature }));

export const featurePages: FeaturePage[] = features.flatMap(({ feature }) => feature.pages);

/** Each comes when the page of today has shown what there is to do. */
export const todayParts = features.flatMap(({ path, feature: { today } }) =>
  today ? [{ name: path, Part: lazy(today.load) }] : [],
);
