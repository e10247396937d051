import type { ComponentType } from "react";
import type { FieldDraft } from "../design";

/** What a kind of field asks an administrator beside what every field has. */
export interface SettingsProps {
  draft: FieldDraft;
  /** Name of the object whose field it is. */
  object: string;
  /** The draft in which it is being set; what is in force without one. */
  within: string | null;
  /** Kept already: what would lose values cannot be changed any more. */
  existing: boolean;
  /** Comes with the product. */
  shipped: boolean;
  errors: Record<string, string>;
  onChange: (change: Partial<FieldDraft>) => void;
}

export interface KindSettings {
  kinds: string[];
  Settings: ComponentType<SettingsProps>;
}

const modules = import.meta.glob<{ default: KindSettings }>("./*.tsx", { eager: true });

const byKind = new Map(
  Object.values(modules).flatMap(({ default: its }) => its.kinds.map(kind => [kind, its.Settings] as const)),
);

export function settingsFor(kind: string): ComponentType<SettingsProps> | undefined {
  return byKind.get(kind);
}
