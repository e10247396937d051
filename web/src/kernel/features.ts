import type { ComponentType, ReactNode } from "react";
import type { SessionData } from "~/kernel/api/contract";
import type { Pair } from "~/kernel/i18n/messages";

/** The groups of the left navigation, in order. */
export const APPLICATIONS = [
  "workplace",
  "customers",
  "sales",
  "marketing",
  "service",
  "analytics",
  "collaboration",
  "settings",
] as const;
export type Application = (typeof APPLICATIONS)[number];

/** What the pages of the settings are about, in order. */
export const SETTINGS_PARTS = ["people", "rules", "objects", "system"] as const;
export type SettingsPart = (typeof SETTINGS_PARTS)[number];

export interface FeaturePage {
  /** `/settings/users`, `/import/$object`; `$name` parts arrive in `params`. */
  path: string;
  load: () => Promise<{ default: ComponentType<{ params: Record<string, string> }> }>;
  /** Shown in the navigation and found by the command menu. */
  entry?: {
    application: Application;
    /** Among the settings: what it is about; the rest are the system's. */
    part?: SettingsPart;
    label: Pair;
    icon: ReactNode;
    visible?: (session: SessionData) => boolean;
  };
  /** `false`: reachable without being signed in, and shown without the shell. */
  signedIn?: boolean;
}

/** What stands below all else on the page of today: about oneself, or about the people under one. */
export interface TodayPart {
  load: () => Promise<{ default: ComponentType<{ whose: "me" | "myTeam" }> }>;
}

/** What `features/<feature>/index.tsx` exports by default. */
export interface Feature {
  pages: FeaturePage[];
  today?: TodayPart;
}
