import { Alert, Segmented } from "antd";
import type { StaleBody } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { textOf } from "~/kernel/fields/registry";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { sameValue } from "./draft";
import { formWords } from "./messages";
import type { RecordForm } from "./useRecordForm";

/** Somebody else saved first: says who and what, and lets the user choose field by field. */
export function StaleChoice({ form, conflict }: { form: RecordForm; conflict: StaleBody }) {
  const say = useSay(formWords);
  const language = useLanguage();
  const title = say("staleTitle", {
    who: conflict.changedBy?.label ?? say("somebody"),
    when: wallTime(conflict.changedAt),
  });
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={title}
      description={
        <>
          <p>{say("staleText")}</p>
          <ul className="stale-choice">
            {Object.entries(conflict.current).map(([name, theirs]) => {
              const field = fieldOf(form.object, name);
              if (!field) return null;
              const keepsTheirs = sameValue(form.draft[name], theirs);
              return (
                <li key={name}>
                  <strong>{field.label}</strong>
                  <Segmented
                    size="small"
                    aria-label={field.label}
                    value={keepsTheirs ? "theirs" : "mine"}
                    options={[
                      {
                        value: "mine",
                        label: `${say("mine")}${keepsTheirs ? "" : `：${textOf(field, form.draft[name], language)}`}`,
                      },
                      { value: "theirs", label: `${say("theirs")}：${textOf(field, theirs, language)}` },
                    ]}
                    disabled={keepsTheirs}
                    onChange={choice => choice === "theirs" && form.set(name, theirs)}
                  />
                </li>
              );
            })}
          </ul>
        </>
      }
    />
  );
}
