import { Checkbox, Segmented } from "antd";
import { useState } from "react";
import type { BusinessObject, Field, FieldRule, Mask } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Panel } from "~/ui/Page";
import { SearchBox } from "~/ui/SearchBox";
import { organisationWords } from "../messages";
import { rightOn, withMask, withReveal, withRight } from "./grants";
import { fittingMasks, MASK_WORDS, usualMask } from "./masks";
import { rightsWords } from "./messages";

export const RIGHT_WORDS = {
  edit: "rightEdit",
  read: "rightRead",
  masked: "rightMasked",
  hidden: "rightHidden",
} as const satisfies Record<FieldRule["right"], keyof typeof organisationWords>;

interface Props {
  fields: FieldRule[];
  onChange: (fields: FieldRule[]) => void;
}

/** Limits on single fields of one object at a time, and how a masked one looks. */
export function FieldRights({ fields, onChange }: Props) {
  const say = useSay(organisationWords);
  const sayRights = useSay(rightsWords);
  const catalog = useCatalog();
  const objects = catalog.listed();
  const [chosen, setChosen] = useState(objects[0]?.name ?? "");
  const [words, setWords] = useState("");
  const [limitedOnly, setLimitedOnly] = useState(false);
  const object = catalog.find(chosen);
  const ruleOf = (field: Field) => fields.find(rule => rule.object === chosen && rule.field === field.name);
  const limited = fields.filter(rule => rule.object === chosen).length;
  if (!object) return null;
  const wanted = words.trim().toLowerCase();
  const rows = object.fields.filter(
    field =>
      !field.system &&
      `${field.label} ${field.name}`.toLowerCase().includes(wanted) &&
      (!limitedOnly || ruleOf(field)),
  );
  const columns: DataColumn<Field>[] = [
    { key: "field", title: say("field"), lead: true, cell: field => field.label },
    {
      key: "right",
      title: say("right"),
      width: 120,
      cell: field => {
        const right = rightOn(fields, chosen, field.name);
        return (
          <select
            className={right === "edit" ? "rights-select" : "rights-select is-set"}
            aria-label={say("rightOf", { field: field.label })}
            value={right}
            onChange={event =>
              onChange(withRight(fields, chosen, field.name, event.target.value as FieldRule["right"]))
            }
          >
            {(Object.keys(RIGHT_WORDS) as FieldRule["right"][]).map(each => (
              <option key={each} value={each}>
                {say(RIGHT_WORDS[each])}
              </option>
            ))}
          </select>
        );
      },
    },
    {
      key: "mask",
      title: sayRights("mask"),
      width: 190,
      cell: field => {
        const rule = ruleOf(field);
        return rule?.right === "masked" ? (
          <MaskSelect
            object={object}
            field={field}
            mask={rule.mask ?? null}
            onChange={mask => onChange(withMask(fields, chosen, field.name, mask))}
          />
        ) : null;
      },
    },
    {
      key: "reveal",
      title: sayRights("reveal"),
      width: 104,
      cell: field => {
        const rule = ruleOf(field);
        return rule?.right === "masked" ? (
          <Checkbox
            aria-label={sayRights("revealOf", { field: field.label })}
            checked={rule.reveal ?? false}
            onChange={event => onChange(withReveal(fields, chosen, field.name, event.target.checked))}
          />
        ) : null;
      },
    },
  ];
  return (
    <Panel
      title={say("fieldRights")}
      extra={<span className="quiet">{limited > 0 && say("limitedFields", { count: limited })}</span>}
    >
      <p className="quiet rights-text">
        {say("fieldRightsText")} {sayRights("revealNote")}
      </p>
      <div className="rights-objects">
        <Segmented
          aria-label={say("fieldObject")}
          value={chosen}
          options={objects.map(({ name, label }) => ({ value: name, label }))}
          onChange={setChosen}
        />
        <SearchBox
          className="rights-search"
          value={words}
          label={sayRights("findField")}
          onChange={setWords}
        />
        <Checkbox checked={limitedOnly} onChange={event => setLimitedOnly(event.target.checked)}>
          {sayRights("onlyLimited")}
        </Checkbox>
      </div>
      <DataTable
        label={say("fieldRights")}
        columns={columns}
        rows={rows}
        rowKey={field => field.name}
        empty={<EmptyState title="–" />}
        tall
      />
    </Panel>
  );
}

interface MaskProps {
  object: BusinessObject;
  field: Field;
  mask: Mask | null;
  onChange: (mask: Mask | null) => void;
}

function MaskSelect({ object, field, mask, onChange }: MaskProps) {
  const say = useSay(rightsWords);
  return (
    <select
      className={mask ? "rights-select is-set" : "rights-select"}
      aria-label={say("maskOf", { field: field.label })}
      value={mask ?? ""}
      onChange={event => onChange((event.target.value || null) as Mask | null)}
    >
      <option value="">{say("maskUsual", { example: say(MASK_WORDS[usualMask(object, field)]) })}</option>
      {fittingMasks(field).map(each => (
        <option key={each} value={each}>
          {say(MASK_WORDS[each])}
        </option>
      ))}
    </select>
  );
}
