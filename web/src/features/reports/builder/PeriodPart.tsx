import { Select } from "antd";
import { PeriodInput } from "~/kernel/fields/parts/PeriodInput";
import { useSay } from "~/kernel/i18n/language";
import { isTime } from "../fields";
import { reportWords } from "../messages";
import type { Comparison, Question } from "../question";
import type { Building } from "./building";

const NONE = "";

/** Which time is looked at, and with which other it is compared. */
export function PeriodPart({ object, question, change, faults }: Building) {
  const say = useSay(reportWords);
  const fields = object.fields.filter(
    field => isTime(field) && field.filterable !== false && field.right !== "masked",
  );
  const { period } = question;
  const set = (part: Partial<Question>) => change(now => ({ ...now, ...part }));
  const fault = faults.period ?? faults.compare;
  return (
    <div className="report-period">
      <Select
        aria-label={say("periodField")}
        status={fault ? "error" : undefined}
        value={period?.field ?? NONE}
        popupMatchSelectWidth={false}
        options={[
          { value: NONE, label: say("noPeriod") },
          ...fields.map(({ name, label }) => ({ value: name, label })),
        ]}
        onChange={field =>
          set(
            field === NONE
              ? { period: null, compare: null }
              : { period: { field, range: period?.range ?? "thisYear" } },
          )
        }
      />
      {period && (
        <>
          <PeriodInput
            label={say("periodRange")}
            value={period.range}
            onChange={range => set({ period: { ...period, range } })}
          />
          <Select<Comparison | "">
            aria-label={say("compare")}
            value={question.compare ?? NONE}
            popupMatchSelectWidth={false}
            options={[
              { value: NONE, label: say("noCompare") },
              { value: "previous", label: say("previous") },
              { value: "lastYear", label: say("lastYear") },
            ]}
            onChange={compare => set({ compare: compare || null })}
          />
        </>
      )}
      {fault && (
        <p className="report-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
