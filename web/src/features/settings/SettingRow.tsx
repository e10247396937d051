import { Alert, Button } from "antd";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { isEmpty } from "~/kernel/fields/kind";
import { kindOf, textOf } from "~/kernel/fields/registry";
import { sameValue } from "~/kernel/forms/draft";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { SecretInput } from "~/kernel/secret/SecretInput";
import { FormRow } from "~/ui/FormRow";
import { settingWords } from "./messages";
import type { Setting } from "./settings";
import type { SettingsForm } from "./useSettingsForm";

/** One setting: its input, what it is for, how to go back to the default, and what a change does. */
export function SettingRow({ setting, form }: { setting: Setting; form: SettingsForm }) {
  const say = useSay(settingWords);
  const { field } = setting;
  const id = `setting-${field.name.replace(".", "-")}`;
  const value = form.value(setting);
  const error = form.errors[field.name];
  return (
    <div className={kindOf(field).wide ? "settings-row settings-row-wide" : "settings-row"}>
      <FormRow id={id} label={<Name setting={setting} form={form} />} help={field.help} error={error}>
        {setting.secret ? (
          <SecretInput
            id={id}
            label={field.label}
            given={setting.decided}
            typed={value}
            invalid={Boolean(error)}
            onChange={next => form.set(setting, next)}
          />
        ) : (
          <FieldInput
            id={id}
            field={field}
            object="settings"
            value={value ?? null}
            invalid={Boolean(error)}
            describedBy={`${id}-note`}
            onChange={next => form.set(setting, next)}
          />
        )}
      </FormRow>
      {setting.consequence && form.changed(setting) && (
        <Alert type="warning" showIcon title={setting.consequence} className="settings-consequence" />
      )}
      {!setting.secret && !isEmpty(field.default) && !sameValue(value, field.default) && (
        <Default setting={setting} onReset={() => form.set(setting, field.default ?? null)} />
      )}
      <span className="sr-only" aria-live="polite">
        {form.changed(setting) ? say("decided") : ""}
      </span>
    </div>
  );
}

function Name({ setting, form }: { setting: Setting; form: SettingsForm }) {
  return (
    <>
      {setting.field.label}
      {form.changed(setting) && <span className="settings-dot" aria-hidden="true" />}
    </>
  );
}

/** What the default is, and the way back to it. */
function Default({ setting, onReset }: { setting: Setting; onReset: () => void }) {
  const say = useSay(settingWords);
  const language = useLanguage();
  const { field } = setting;
  const text = textOf(field, field.default, language);
  return (
    <p className="settings-default">
      {say("isDefault", { value: `${text}${field.unit ? ` ${field.unit}` : ""}` })}
      <Button type="link" size="small" onClick={onReset} aria-label={`${say("toDefault")} ${field.label}`}>
        {say("toDefault")}
      </Button>
    </p>
  );
}
