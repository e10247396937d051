import { CloseOutlined } from "@ant-design/icons";
import { Button, Radio } from "antd";
import type { BusinessObject, Field, RecordData } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { isEmpty } from "~/kernel/fields/kind";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import type { MergedField, MergePreview } from "./merging";
import { mergeWords } from "./messages";

interface Props {
  object: BusinessObject;
  preview: MergePreview;
  fields: MergedField[];
  onKeep: (id: number) => void;
  onTake: (field: string, id: number) => void;
  onLeaveOut?: (id: number) => void;
}

/** One column for each record, one row for each field; what stays is marked. */
export function Comparison({ object, preview, fields, onKeep, onTake, onLeaveOut }: Props) {
  const say = useSay(mergeWords);
  const nameOf = useNameOf(object);
  // The columns stay where they are when another record is chosen to stay.
  const records = [...preview.records].sort((one, other) => one.id - other.id);
  return (
    <div className="merge-scroll">
      <table className="merge-table">
        <thead>
          <tr>
            <th scope="col" className="merge-field">
              {say("field")}
            </th>
            {records.map(record => (
              <th scope="col" key={record.id} data-stays={record.id === preview.into}>
                <span className="merge-name">
                  <Link href={addressOf.record(object.name, record.id)} target="_blank">
                    {nameOf(record)}
                  </Link>
                  {onLeaveOut && (
                    <Button
                      type="text"
                      size="small"
                      icon={<CloseOutlined aria-hidden />}
                      aria-label={`${say("remove")}：${nameOf(record)}`}
                      title={say("remove")}
                      onClick={() => onLeaveOut(record.id)}
                    />
                  )}
                </span>
                <Radio
                  checked={record.id === preview.into}
                  onChange={() => onKeep(record.id)}
                  aria-label={`${say("keep")}：${nameOf(record)}`}
                >
                  {say(record.id === preview.into ? "kept" : "keep")}
                </Radio>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map(merged => {
            const field = fieldOf(object, merged.name);
            return (
              field && (
                <tr key={merged.name}>
                  <th scope="row" className="merge-field">
                    {field.label}
                    {merged.united && <small className="quiet">{say("united")}</small>}
                    {!merged.open && !merged.united && merged.differ && (
                      <small className="quiet">{say("readOnly")}</small>
                    )}
                  </th>
                  {records.map(record => (
                    <td key={record.id} data-stays={record.id === preview.into}>
                      <Value
                        object={object}
                        field={field}
                        record={record}
                        merged={merged}
                        name={nameOf(record)}
                        onTake={onTake}
                      />
                    </td>
                  ))}
                </tr>
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface ValueProps {
  object: BusinessObject;
  field: Field;
  record: RecordData;
  merged: MergedField;
  name: string;
  onTake: (field: string, id: number) => void;
}

function Value({ object, field, record, merged, name, onTake }: ValueProps) {
  const say = useSay(mergeWords);
  const value = record[field.name];
  const taken = merged.from === record.id;
  const cell = <FieldCell field={field} value={value} record={record} object={object.name} />;
  if (merged.united || !merged.differ || !merged.open || (isEmpty(value) && !taken)) {
    return (
      <span
        className="merge-value"
        data-taken={(merged.united && !isEmpty(value)) || (taken && !isEmpty(value))}
      >
        {cell}
      </span>
    );
  }
  return (
    <Radio
      className="merge-value"
      data-taken={taken}
      checked={taken}
      aria-label={say("choose", { field: field.label, name })}
      onChange={() => onTake(field.name, record.id)}
    >
      {cell}
    </Radio>
  );
}
