import { DatePicker, Select } from "antd";
import dayjs from "dayjs";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import { worthWords } from "./messages";
import type { WorthDraft } from "./worth";

const USUAL = [3, 6, 12, 18, 24, 36, 60];

interface Props {
  draft: WorthDraft;
  errors: Record<string, string>;
  set: (change: Partial<WorthDraft>) => void;
}

/** Over what time deals are looked at. */
export function Window({ draft, errors, set }: Props) {
  const say = useSay(worthWords);
  const months = draft.months === null || USUAL.includes(draft.months) ? USUAL : [...USUAL, draft.months];
  return (
    <Panel title={say("window")}>
      <p className="quiet">{say("windowText")}</p>
      <div className="worth-parts">
        <FormRow id="worth-months" label={say("months")} error={errors.months}>
          <Select
            id="worth-months"
            value={draft.months ?? 0}
            options={[
              ...months.map(count => ({ value: count, label: say("monthCount", { count }) })),
              { value: 0, label: say("allTime") },
            ]}
            onChange={count => set({ months: count || null })}
          />
        </FormRow>
        <FormRow id="worth-day" label={say("day")} help={say("dayHelp")} error={errors.day}>
          <DatePicker
            id="worth-day"
            style={{ width: "100%" }}
            value={draft.day ? dayjs(draft.day) : null}
            onChange={day => set({ day: day?.format("YYYY-MM-DD") ?? null })}
          />
        </FormRow>
      </div>
    </Panel>
  );
}
