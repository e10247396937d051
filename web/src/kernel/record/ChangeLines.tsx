import { ArrowRightOutlined } from "@ant-design/icons";
import { lazy, Suspense } from "react";
import type { Field, FieldChange } from "~/kernel/api/contract";
import { fieldOf, useObject } from "~/kernel/catalog/catalog";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { isEmpty } from "~/kernel/fields/kind";
import { useSay } from "~/kernel/i18n/language";
import { recordWords } from "./messages";

const TextChange = lazy(() => import("~/kernel/redline/TextChange"));

const isString = (value: unknown): value is string => typeof value === "string" && value !== "";
const isLong = (field: Field | undefined | null) =>
  field?.right !== "masked" && (field?.kind === "longText" || field?.kind === "richText");

/** Field changes as people read them: label, from, to. */
export function ChangeLines({ object: name, changes }: { object: string; changes: FieldChange[] }) {
  const say = useSay(recordWords);
  const object = useObject(name);
  return (
    <ul className="change-lines">
      {changes.map(change => {
        const field = object && fieldOf(object, change.field);
        const shown = (value: unknown) =>
          isEmpty(value) ? (
            <span className="quiet">{say("nothing")}</span>
          ) : field ? (
            <FieldCell field={field} value={value} object={name} />
          ) : (
            String(value)
          );
        return (
          <li key={change.field}>
            <span className="quiet">{change.label}</span>
            {isLong(field) && isString(change.from) && isString(change.to) ? (
              <Suspense fallback={<span className="change-to">{shown(change.to)}</span>}>
                <TextChange from={change.from} to={change.to} formatted={field?.kind === "richText"} />
              </Suspense>
            ) : (
              <>
                {!isEmpty(change.from) && (
                  <>
                    <span className="change-from">{shown(change.from)}</span>
                    <ArrowRightOutlined aria-label="→" className="quiet" />
                  </>
                )}
                <span className="change-to">{shown(change.to)}</span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
