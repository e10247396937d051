import type { components } from "~/kernel/api/wire";

export type Seal = components["schemas"]["Seal"];

export const sealsKey = ["signing", "seals"] as const;
