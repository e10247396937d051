import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import type { BusinessObject, Labelled, RecordData } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { fieldOf } from "~/kernel/catalog/catalog";
import { fieldStates, shownSections } from "~/kernel/conditions/fieldRules";
import { useSay } from "~/kernel/i18n/language";
import { usePersonName } from "~/kernel/people/personName";
import { recordKeys } from "~/kernel/records/records";
import { wallTime } from "~/kernel/text/dates";
import { Foldable } from "~/ui/Foldable";
import { EditableField, type SaveField } from "./EditableField";
import { recordWords } from "./messages";
import { sameValue } from "./saving/merge";
import { GivenUp, useSaveChange } from "./saving/useSaveChange";

/** All fields of a record, section by section, each to be changed in place. */
export function Details({ object, record }: { object: BusinessObject; record: RecordData }) {
  const say = useSay(recordWords);
  const personName = usePersonName();
  const { save, dialog } = useFieldSave(object);
  const sections = shownSections(object, record, fieldStates(object, record, record))
    .map(section => ({
      ...section,
      fields: section.fields.map(name => fieldOf(object, name)).filter(field => field !== undefined),
    }))
    .filter(section => section.fields.length > 0);
  return (
    <div className="details">
      {sections.map(section => {
        const fields = (
          <dl data-columns={section.columns}>
            {section.fields.map(field => (
              <EditableField
                key={field.name}
                object={object}
                record={record}
                field={field}
                wide={section.wide?.includes(field.name)}
                onSave={save}
              />
            ))}
          </dl>
        );
        return (
          <section key={section.label}>
            {section.collapsed ? (
              <Foldable label={section.label} folded>
                {fields}
              </Foldable>
            ) : (
              <>
                <h2>{section.label}</h2>
                {fields}
              </>
            )}
          </section>
        );
      })}
      <p className="details-made quiet">
        {made(say("madeBy", stamp(record.createdBy, record.createdAt)), record.createdAt)}
        {made(say("changedBy", stamp(record.updatedBy, record.updatedAt)), record.updatedAt)}
      </p>
      {dialog}
    </div>
  );

  function made(text: string, at: unknown): ReactNode {
    return at ? <span>{text}</span> : null;
  }

  function stamp(by: unknown, at: unknown) {
    return {
      name: personName(by as Labelled | null),
      time: typeof at === "string" ? wallTime(at) : "",
    };
  }
}

/** Saves one field of a record: on the screen at once, taken back when it is refused. */
function useFieldSave(object: BusinessObject): { save: SaveField; dialog: ReactNode } {
  const say = useSay(recordWords);
  const queries = useQueryClient();
  const refusalText = useRefusalText();
  const { save: saveChange, dialog } = useSaveChange(object);

  const save = useCallback<SaveField>(
    async (record, field, value) => {
      if (sameValue(object, field.name, record[field.name], value)) return null;
      const key = recordKeys.one(object.name, record.id);
      const show = (shown: unknown) =>
        queries.setQueryData<RecordData>(key, now => now && { ...now, [field.name]: shown });
      show(value);
      try {
        await saveChange(record, { [field.name]: value }, say("changedOne", { field: field.label }));
        return null;
      } catch (cause) {
        if (cause instanceof GivenUp) {
          show(cause.current[field.name]);
          return null;
        }
        show(record[field.name]);
        const told = cause instanceof Problem ? cause.byField()[field.name] : undefined;
        return told ?? refusalText(cause);
      }
    },
    [object, queries, saveChange, say, refusalText],
  );
  return { save, dialog };
}
