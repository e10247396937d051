import { Segmented } from "antd";
import { useState } from "react";
import type { Field, Role } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { Panel } from "~/ui/Page";
import { organisationWords } from "../messages";
import { rightOn, withRight } from "./grants";

type Rules = Role["fields"];
type Right = Rules[number]["right"];

const RIGHTS = [
  { right: "edit", word: "rightEdit" },
  { right: "read", word: "rightRead" },
  { right: "masked", word: "rightMasked" },
  { right: "hidden", word: "rightHidden" },
] as const;

/** Limits on single fields of one object at a time. */
export function FieldRights({ fields, onChange }: { fields: Rules; onChange: (fields: Rules) => void }) {
  const say = useSay(organisationWords);
  const catalog = useCatalog();
  const objects = catalog.listed();
  const [chosen, setChosen] = useState(objects[0]?.name ?? "");
  const object = catalog.find(chosen);
  const limited = fields.filter(rule => rule.object === chosen).length;
  const columns: DataColumn<Field>[] = [
    { key: "field", title: say("field"), lead: true, cell: field => field.label },
    {
      key: "right",
      title: say("right"),
      width: 160,
      lead: true,
      cell: field => {
        const right = rightOn(fields, chosen, field.name);
        return (
          <select
            className={right === "edit" ? "rights-select" : "rights-select is-set"}
            aria-label={say("rightOf", { field: field.label })}
            value={right}
            onChange={event => onChange(withRight(fields, chosen, field.name, event.target.value as Right))}
          >
            {RIGHTS.map(({ right: each, word }) => (
              <option key={each} value={each}>
                {say(word)}
              </option>
            ))}
          </select>
        );
      },
    },
  ];
  if (!object) return null;
  return (
    <Panel
      title={say("fieldRights")}
      extra={<span className="quiet">{limited > 0 && say("limitedFields", { count: limited })}</span>}
    >
      <p className="quiet rights-text">{say("fieldRightsText")}</p>
      <div className="rights-objects">
        <Segmented
          aria-label={say("fieldObject")}
          value={chosen}
          options={objects.map(({ name, label }) => ({ value: name, label }))}
          onChange={setChosen}
        />
      </div>
      <DataTable
        label={say("fieldRights")}
        columns={columns}
        rows={object.fields.filter(field => !field.system)}
        rowKey={field => field.name}
        tall
      />
    </Panel>
  );
}
