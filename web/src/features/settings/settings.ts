import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Field } from "~/kernel/api/contract";
import { withoutData } from "~/kernel/api/failing";
import type { components } from "~/kernel/api/wire";

type Wire = components["schemas"];

export interface Setting extends Omit<Wire["Setting"], "field"> {
  field: Field;
}

export interface SettingGroup extends Omit<Wire["SettingGroup"], "settings"> {
  settings: Setting[];
}

export interface SettingsData {
  version: number;
  groups: SettingGroup[];
}

export type SettingChange = Wire["SettingChange"];

export const settingsKey = ["settings"] as const;

export function useSettings() {
  return useQuery({
    queryKey: settingsKey,
    queryFn: ({ signal }) => api.get<SettingsData>("/settings", signal),
    throwOnError: withoutData,
  });
}

export function settingsOf(data: SettingsData | undefined): Setting[] {
  return data?.groups.flatMap(group => group.settings) ?? [];
}

/** The groups with the settings that a word stands in, by label, help or name of the group. */
export function found(groups: SettingGroup[], words: string): SettingGroup[] {
  const wanted = words.trim().toLowerCase();
  if (!wanted) return groups;
  const says = (text: string | null | undefined) => text?.toLowerCase().includes(wanted) ?? false;
  return groups
    .map(group => ({
      ...group,
      settings: says(group.label)
        ? group.settings
        : group.settings.filter(({ field }) => says(field.label) || says(field.help) || says(field.name)),
    }))
    .filter(group => group.settings.length > 0);
}
