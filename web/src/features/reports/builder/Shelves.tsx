import { PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import type { ReactNode } from "react";
import { useSay } from "~/kernel/i18n/language";
import { reportWords } from "../messages";
import { hasRoom, type Shelf, withMeasure, withoutGroup, withoutMeasure } from "../question";
import { type Building, type Dragging, type Target, useNames } from "./building";
import { Chip } from "./Chip";
import { GroupOptions } from "./GroupOptions";
import { MeasureOptions } from "./MeasureOptions";

interface Props {
  building: Building;
  dragging: Dragging;
}

/** By what the report groups, and what it measures. */
export function Shelves(props: Props) {
  return (
    <div className="report-shelves">
      <Groups {...props} shelf="rows" />
      <Groups {...props} shelf="columns" />
      <Measures {...props} />
    </div>
  );
}

function Groups({ building, dragging, shelf }: Props & { shelf: Shelf }) {
  const say = useSay(reportWords);
  const names = useNames(building.object);
  const { question, change, faults } = building;
  const groups = question[shelf];
  return (
    <ShelfLine
      label={say(shelf)}
      shelf={shelf}
      count={groups.length}
      dragging={dragging}
      faults={groups.map((_, at) => faults[`${shelf}[${at}]`]).concat(faults[shelf])}
    >
      {groups.map((group, at) => (
        <Chip
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike
          key={`${group.field} ${at}`}
          label={names.group(group)}
          fault={faults[`${shelf}[${at}]`]}
          options={<GroupOptions building={building} spot={{ shelf, at }} group={group} />}
          onRemove={() => change(now => withoutGroup(now, { shelf, at }))}
          dragging={dragging}
          held={{ group: { shelf, at } }}
          target={[shelf, at]}
        />
      ))}
      {groups.length === 0 && (
        <li className="report-shelf-hint">{say(shelf === "rows" ? "dropRows" : "dropColumns")}</li>
      )}
      {!hasRoom(question, shelf) && <li className="report-shelf-hint">{say("full")}</li>}
    </ShelfLine>
  );
}

function Measures({ building, dragging }: Props) {
  const say = useSay(reportWords);
  const names = useNames(building.object);
  const { question, change, faults } = building;
  const { measures } = question;
  return (
    <ShelfLine
      label={say("measures")}
      shelf="measures"
      count={measures.length}
      dragging={dragging}
      faults={measures.map((_, at) => faults[`measures[${at}]`]).concat(faults.measures)}
    >
      {measures.map((measure, at) => (
        <Chip
          key={measure.name}
          label={names.measure(measure)}
          fault={faults[`measures[${at}]`]}
          options={<MeasureOptions building={building} at={at} measure={measure} />}
          onRemove={measures.length > 1 ? () => change(now => withoutMeasure(now, at)) : undefined}
          dragging={dragging}
          held={{ measure: at }}
          target={["measures", at]}
        />
      ))}
      <li>
        <Dropdown
          trigger={["click"]}
          menu={{
            items: [
              {
                key: "count",
                label: say("addCount"),
                onClick: () => change(now => withMeasure(now, { function: "count" })),
              },
              {
                key: "formula",
                label: say("addFormula"),
                onClick: () =>
                  change(now =>
                    withMeasure(now, {
                      formula: now.measures.at(-1)?.name ?? "1",
                      as: "number",
                      label: say("addFormula"),
                    }),
                  ),
              },
            ],
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<PlusOutlined aria-hidden />}
            aria-label={say("addMeasure")}
          />
        </Dropdown>
      </li>
    </ShelfLine>
  );
}

interface LineProps {
  label: string;
  shelf: Target;
  count: number;
  dragging: Dragging;
  faults: (string | undefined)[];
  children: ReactNode;
}

function ShelfLine({ label, shelf, count, dragging, faults, children }: LineProps) {
  const said = [...new Set(faults.filter(fault => fault !== undefined))];
  return (
    <div className="report-shelf" data-held={dragging.held !== null} {...dragging.target(shelf, count)}>
      <h3>{label}</h3>
      <div>
        <ul aria-label={label}>{children}</ul>
        {said.map(fault => (
          <p key={fault} className="report-fault" role="alert">
            {fault}
          </p>
        ))}
      </div>
    </div>
  );
}
