import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { Problem } from "~/kernel/api/problem";
import { isEmpty } from "~/kernel/fields/kind";
import { currenciesKey } from "~/kernel/fields/money/currencies";
import { kindOf } from "~/kernel/fields/registry";
import { sameValue } from "~/kernel/forms/draft";
import { useSay } from "~/kernel/i18n/language";
import { brandingKey } from "~/kernel/session/branding";
import { sessionKey } from "~/kernel/session/session";
import { settingWords } from "./messages";
import { type Setting, type SettingsData, settingsKey, settingsOf } from "./settings";

export interface SettingsForm {
  /** What is typed, else what holds. */
  value: (setting: Setting) => unknown;
  changed: (setting: Setting) => boolean;
  set: (setting: Setting, value: unknown) => void;
  errors: Record<string, string>;
  refusal: string | null;
  count: number;
  saving: boolean;
  save: () => Promise<void>;
  discard: () => void;
}

/** What is typed into the settings, and how it is saved: only what differs, on the version one has seen. */
export function useSettingsForm(data: SettingsData | undefined): SettingsForm {
  const say = useSay(settingWords);
  const textOf = useRefusalText();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Record<string, unknown>>({});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const settings = settingsOf(data);
  const isTyped = (setting: Setting) => setting.field.name in typed;
  const changed = (setting: Setting) =>
    isTyped(setting) && (setting.secret || !sameValue(typed[setting.field.name], setting.value));
  const changes = settings.filter(changed);

  function set(setting: Setting, value: unknown) {
    const name = setting.field.name;
    setTyped(({ [name]: _, ...others }) => (value === undefined ? others : { ...others, [name]: value }));
    setErrors(({ [name]: _, ...others }) => others);
  }

  function discard() {
    setTyped({});
    setErrors({});
    setRefusal(null);
  }

  async function save() {
    if (!data || changes.length === 0) return;
    setSaving(true);
    setErrors({});
    setRefusal(null);
    try {
      const values = Object.fromEntries(
        changes.map(({ field }) => [field.name, wire(field, typed[field.name])]),
      );
      const after = await api.patch<SettingsData>(
        "/settings",
        { version: data.version, values },
        { said: say("saved") },
      );
      queries.setQueryData(settingsKey, after);
      setTyped({});
      await Promise.all(
        [sessionKey, brandingKey, currenciesKey].map(queryKey => queries.invalidateQueries({ queryKey })),
      );
    } catch (cause) {
      await explain(cause);
    } finally {
      setSaving(false);
    }
  }

  async function explain(cause: unknown) {
    if (cause instanceof Problem && cause.isStale()) {
      const overtaken = (cause.body as unknown as { settings: string[] }).settings;
      await queries.invalidateQueries({ queryKey: settingsKey });
      setTyped(now => Object.fromEntries(Object.entries(now).filter(([name]) => !overtaken.includes(name))));
      setErrors(Object.fromEntries(overtaken.map(name => [name, say("staleHere")])));
      setRefusal(`${say("stale")}${say("staleText")}`);
      return;
    }
    const byField = cause instanceof Problem ? cause.byField() : {};
    const marked = Object.keys(byField).length;
    setErrors(byField);
    setRefusal(marked > 0 ? say("fixErrors", { count: marked }) : textOf(cause));
  }

  return {
    value: setting => (isTyped(setting) ? typed[setting.field.name] : setting.value),
    changed,
    set,
    errors,
    refusal,
    count: changes.length,
    saving,
    save,
    discard,
  };
}

function wire(field: Setting["field"], value: unknown): unknown {
  const write = kindOf(field).toWire;
  return isEmpty(value) ? null : write ? write(value) : value;
}
