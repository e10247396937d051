import { CloseOutlined, FilterOutlined } from "@ant-design/icons";
import { Button, Popover } from "antd";
import type { Filter } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { FilterWords } from "~/kernel/list/filter/FilterWords";
import { allOf, countConditions } from "~/kernel/list/filter/filterTree";
import { reportWords } from "../messages";
import type { Building } from "./building";

interface Props extends Building {
  open: boolean;
  onOpen: (open: boolean) => void;
  /** A field to begin with. */
  about?: string;
}

/** Which records the report is about; its conditions stand beside, each to be taken off. */
export function FilterPart({ object, question, change, faults, open, onOpen, about }: Props) {
  const say = useSay(reportWords);
  const filter = question.filter ?? null;
  const set = (next: Filter | null) => change(now => ({ ...now, filter: next }));
  const conditions = !filter ? [] : "and" in filter ? filter.and : [filter];
  const count = countConditions(filter);
  return (
    <div className="report-filter">
      <Popover
        open={open}
        onOpenChange={onOpen}
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        destroyOnHidden
        content={
          <div className="filter-panel">
            <FilterBuilder object={object} filter={filter} onChange={set} about={about} />
          </div>
        }
      >
        <Button icon={<FilterOutlined aria-hidden />} aria-expanded={open} danger={Boolean(faults.filter)}>
          {count ? say("filterCount", { count }) : say("filter")}
        </Button>
      </Popover>
      <ul className="report-conditions">
        {conditions.map((condition, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may be alike
          <li key={at} className="report-condition">
            <span>
              <FilterWords object={object} filter={condition} />
            </span>
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={say("clearFilter")}
              onClick={() => set(allOf(...conditions.toSpliced(at, 1)))}
            />
          </li>
        ))}
      </ul>
      {faults.filter && (
        <p className="report-fault" role="alert">
          {faults.filter}
        </p>
      )}
    </div>
  );
}
