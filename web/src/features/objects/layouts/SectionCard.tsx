import { DeleteOutlined, HolderOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Segmented } from "antd";
import { useMemo, useState } from "react";
import type { Filter } from "~/kernel/api/contract";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { FilterWords } from "~/kernel/list/filter/FilterWords";
import { type Design, wordsIn } from "../design";
import { errorAt } from "./errors";
import {
  type Conditions,
  conditionObject,
  type Layout,
  type LayoutSection,
  withoutSection,
  withSection,
} from "./layouts";
import { layoutWords } from "./messages";
import { PlacedField } from "./PlacedField";
import type { Dragging } from "./useDragging";

interface Props {
  design: Design;
  conditions: Conditions;
  layout: Layout;
  section: LayoutSection;
  index: number;
  errors: Record<string, string>;
  dragging: Dragging;
  onChange: (layout: Layout) => void;
}

/** One section: its name, how it looks, when it is shown, and its fields in their order. */
export function SectionCard({
  design,
  conditions,
  layout,
  section,
  index,
  errors,
  dragging,
  onChange,
}: Props) {
  const say = useSay(layoutWords);
  const language = useLanguage();
  const name = wordsIn(section.label, language) || say("newSection");
  const change = (part: Partial<LayoutSection>) => onChange(withSection(layout, index, part));
  const end = dragging.target({ section: index, at: section.fields.length });
  const labelError = errorAt(errors, "label") ?? errorAt(errors, "columns") ?? errorAt(errors, "fields");
  return (
    <section className="layout-section" aria-label={name} {...end}>
      <header>
        <button
          type="button"
          className="layout-handle"
          data-handle={`section ${index}`}
          aria-label={say("sectionMove", { name })}
          onKeyDown={dragging.sectionKeys(index)}
          {...dragging.source({ section: index })}
        >
          <HolderOutlined aria-hidden />
        </button>
        <Input
          aria-label={say("sectionZh")}
          placeholder={say("sectionZh")}
          value={section.label.zh}
          status={errors.label ? "error" : undefined}
          onChange={event => change({ label: { ...section.label, zh: event.target.value } })}
        />
        <Input
          aria-label={say("sectionEn")}
          placeholder={say("sectionEn")}
          value={section.label.en}
          onChange={event => change({ label: { ...section.label, en: event.target.value } })}
        />
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={say("removeSection", { name })}
          onClick={() => onChange(withoutSection(layout, index))}
        />
      </header>
      <div className="layout-options">
        <Segmented
          aria-label={say("columns")}
          size="small"
          value={section.columns}
          options={[
            { value: 1, label: say("one") },
            { value: 2, label: say("two") },
          ]}
          onChange={columns => change({ columns })}
        />
        <Checkbox checked={section.collapsed} onChange={event => change({ collapsed: event.target.checked })}>
          {say("collapsed")}
        </Checkbox>
        <ShownWhen
          design={design}
          conditions={conditions}
          filter={section.shownWhen}
          onChange={shownWhen => change({ shownWhen })}
        />
      </div>
      {[labelError, errorAt(errors, "shownWhen")].map(
        error =>
          error && (
            <div key={error} className="form-row-error" role="alert">
              {error}
            </div>
          ),
      )}
      <ul className="layout-fields" data-columns={section.columns}>
        {section.fields.map((place, at) => (
          <PlacedField
            key={place.field}
            design={design}
            layout={layout}
            place={place}
            spot={{ section: index, at }}
            dragging={dragging}
            onChange={onChange}
          />
        ))}
        {section.fields.length === 0 && <li className="layout-empty quiet">{say("emptySection")}</li>}
      </ul>
    </section>
  );
}

interface ShownWhenProps {
  design: Design;
  conditions: Conditions;
  filter: Filter | null;
  onChange: (filter: Filter | null) => void;
}

/** The condition of a section in words, and on demand to change. */
function ShownWhen({ design, conditions, filter, onChange }: ShownWhenProps) {
  const say = useSay(layoutWords);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const object = useMemo(() => conditionObject(design, conditions, language), [design, conditions, language]);
  return (
    <>
      <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say("condition")}
      </Button>
      <span className="quiet">
        {filter ? <FilterWords object={object} filter={filter} /> : say("always")}
      </span>
      {open && (
        <div className="layout-condition">
          <FilterBuilder object={object} filter={filter} ownOnly onChange={onChange} />
        </div>
      )}
    </>
  );
}
