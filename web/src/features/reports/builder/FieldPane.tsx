import { HolderOutlined, MoreOutlined } from "@ant-design/icons";
import { App, Button, Dropdown, Input, Select } from "antd";
import { useId, useMemo, useState } from "react";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import {
  type FieldGroup,
  fieldGroups,
  found,
  groupOf,
  isNumber,
  isTime,
  measureOf,
  type ReportField,
  usualPlace,
} from "../fields";
import { reportWords } from "../messages";
import { emptyQuestion, withGroup, withMeasure } from "../question";
import type { Building, Dragging } from "./building";

interface Props extends Building {
  dragging: Dragging;
  /** Opens the filter with a condition about this field. */
  onFilter: (field: ReportField) => void;
}

/** The object, and its fields to be clicked or dragged to their place. */
export function FieldPane({ object, question, change, dragging, onFilter }: Props) {
  const say = useSay(reportWords);
  const catalog = useCatalog();
  const { modal } = App.useApp();
  const id = useId();
  const [words, setWords] = useState("");
  const groups = useMemo(() => fieldGroups(catalog, object), [catalog, object]);
  const shown = found(groups, words);
  // Lines and other parts of records have no list of their own, but reports.
  const objects = [...new Set([...catalog.listed(), object])];

  async function choose(name: string) {
    const begun = question.rows.length + question.columns.length > 0 || question.measures.length > 1;
    if (begun && !(await modal.confirm({ title: say("changeObject") }))) return;
    change(() => emptyQuestion(name));
  }

  return (
    <section className="report-fields" aria-label={say("fields")} {...dragging.out()}>
      <label htmlFor={`${id}-object`} className="sr-only">
        {say("object")}
      </label>
      <Select
        id={`${id}-object`}
        value={object.name}
        showSearch={{ optionFilterProp: "label" }}
        options={objects.map(each => ({ value: each.name, label: each.plural }))}
        onChange={name => void choose(name)}
      />
      <Input
        allowClear
        aria-label={say("findField")}
        placeholder={say("findField")}
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      <div className="report-field-groups">
        {shown.length === 0 && <p className="quiet">{say("noField")}</p>}
        {shown.map((group, at) => (
          <details key={`${group.key} ${words !== ""}`} open={at === 0 || words !== ""}>
            <summary>{group.label}</summary>
            <ul>
              {group.of && <ChildCount group={group} change={change} />}
              {group.fields.map(field => (
                <FieldLine
                  key={field.path}
                  field={field}
                  question={question}
                  change={change}
                  dragging={dragging}
                  onFilter={onFilter}
                />
              ))}
            </ul>
          </details>
        ))}
      </div>
    </section>
  );
}

/** How many of what hangs on a record there are. */
function ChildCount({ group, change }: { group: FieldGroup; change: Building["change"] }) {
  const say = useSay(reportWords);
  return (
    <li>
      <button
        type="button"
        onClick={() => change(question => withMeasure(question, { function: "count", of: group.of }))}
      >
        <span className="report-field-sign" aria-hidden>
          #
        </span>
        {say("childCount")}
      </button>
    </li>
  );
}

interface LineProps extends Pick<Props, "question" | "change" | "dragging" | "onFilter"> {
  field: ReportField;
}

function FieldLine({ field, question, change, dragging, onFilter }: LineProps) {
  const say = useSay(reportWords);
  const place = usualPlace(field, question.rows.length, question.columns.length);
  const measure = () => change(now => withMeasure(now, measureOf(field)));
  const group = (shelf: "rows" | "columns") => change(now => withGroup(now, groupOf(field), shelf));
  const items = [
    ...(field.of
      ? []
      : [
          { key: "rows", label: say("asRow"), onClick: () => group("rows") },
          { key: "columns", label: say("asColumn"), onClick: () => group("columns") },
        ]),
    { key: "measures", label: say("asMeasure"), onClick: measure },
    ...(field.of ? [] : [{ key: "filter", label: say("asFilter"), onClick: () => onFilter(field) }]),
    ...(isTime(field.field) && !field.path.includes(".")
      ? [
          {
            key: "period",
            label: say("asPeriod"),
            onClick: () => change(now => ({ ...now, period: { field: field.path, range: "thisYear" } })),
          },
        ]
      : []),
  ];
  return (
    <li {...dragging.source({ field })}>
      <button
        type="button"
        title={say("addField", { name: field.label })}
        onClick={() => (place === "measures" ? measure() : group(place))}
      >
        <span className="report-field-sign" aria-hidden>
          {isNumber(field.field) ? "#" : isTime(field.field) ? "◷" : "A"}
        </span>
        <span className="report-field-name">{field.label}</span>
        <HolderOutlined aria-hidden className="report-field-hold" />
      </button>
      <Dropdown trigger={["click"]} placement="bottomRight" menu={{ items }}>
        <Button
          type="text"
          size="small"
          icon={<MoreOutlined aria-hidden />}
          aria-label={say("placeField", { name: field.label })}
        />
      </Dropdown>
    </li>
  );
}
