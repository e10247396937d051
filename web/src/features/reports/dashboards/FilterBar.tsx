import { CloseOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import { useId } from "react";
import { PeriodInput } from "~/kernel/fields/parts/PeriodInput";
import { useSay } from "~/kernel/i18n/language";
import { useDepartments, usePeople } from "~/kernel/people/people";
import { DepartmentPicker } from "~/kernel/pickers/DepartmentPicker";
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import { SHARED_FILTERS, type SharedFilter } from "./dashboards";
import { dashboardWords } from "./messages";
import type { Narrowing } from "./narrowing";

interface Props {
  filters: SharedFilter[];
  narrowing: Narrowing;
  onNarrow: (narrowing: Narrowing) => void;
}

/** What narrows all reports of the dashboard together; marks that were clicked stand beside as chips. */
export function FilterBar({ filters, narrowing, onNarrow }: Props) {
  const say = useSay(dashboardWords);
  const id = useId();
  const { period, person, department, cross } = narrowing;
  const set = (part: Partial<Narrowing>) => onNarrow({ ...narrowing, ...part });
  const people = usePeople("", person !== null).data?.items ?? [];
  const departments = useDepartments().data?.items ?? [];
  if (filters.length === 0 && cross.length === 0) return null;
  return (
    <div className="board-filters">
      {filters.includes("period") && (
        <span className="board-period">
          {period === null ? (
            <Button onClick={() => set({ period: "thisMonth" })}>{say("ownPeriods")}</Button>
          ) : (
            <>
              <PeriodInput
                label={say("changePeriod")}
                value={period}
                onChange={next => set({ period: next })}
              />
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined aria-hidden />}
                aria-label={say("ownPeriods")}
                onClick={() => set({ period: null })}
              />
            </>
          )}
        </span>
      )}
      {filters.includes("person") && (
        <Named id={`${id}-person`} label={say("person")}>
          <PersonPicker
            id={`${id}-person`}
            value={
              person === null
                ? null
                : { id: person, label: people.find(each => each.id === person)?.label ?? `#${person}` }
            }
            onChange={next => set({ person: next?.id ?? null })}
          />
        </Named>
      )}
      {filters.includes("department") && (
        <Named id={`${id}-department`} label={say("department")}>
          <DepartmentPicker
            id={`${id}-department`}
            value={
              department === null
                ? null
                : {
                    id: department,
                    label: departments.find(each => each.id === department)?.name ?? `#${department}`,
                  }
            }
            onChange={next => set({ department: next?.id ?? null })}
          />
        </Named>
      )}
      {cross.map(each => (
        <span key={each.label} className="report-condition">
          <span>{each.label}</span>
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            aria-label={say("removeCross", { label: each.label })}
            onClick={() => set({ cross: cross.filter(other => other !== each) })}
          />
        </span>
      ))}
    </div>
  );
}

function Named({ id, label, children }: { id: string; label: string; children: React.ReactNode }) {
  return (
    <span className="board-filter">
      <label htmlFor={id}>{label}</label>
      {children}
    </span>
  );
}

interface ChoiceProps {
  filters: SharedFilter[];
  onChange: (filters: SharedFilter[]) => void;
}

/** Which filters the dashboard offers. */
export function FilterChoice({ filters, onChange }: ChoiceProps) {
  const say = useSay(dashboardWords);
  return (
    <div className="board-filters">
      <span className="quiet">{say("filters")}</span>
      <Checkbox.Group<SharedFilter>
        value={filters}
        options={SHARED_FILTERS.map(value => ({ value, label: say(value) }))}
        onChange={next => onChange(SHARED_FILTERS.filter(each => next.includes(each)))}
      />
    </div>
  );
}
