import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { fieldOf, useObject } from "~/kernel/catalog/catalog";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { digitsOf, useCurrencies } from "~/kernel/fields/money/currencies";
import { currencyOf, type MoneyValue, moneyText } from "~/kernel/fields/money/money";
import type { RecordForm } from "~/kernel/forms/useRecordForm";
import { useSay } from "~/kernel/i18n/language";
import { useRecord } from "~/kernel/records/records";
import { todayHere } from "~/kernel/text/dates";
import { FormRow } from "~/ui/FormRow";
import { ASKED, type Item, isBlank, itemOf, nextItem, totalOf, wireOf } from "./items";
import { expenseWords } from "./messages";
import "./items.css";

/** What was spent, item by item. */
export default function ItemsEditor({ form }: { form: RecordForm }) {
  const { object, record } = form;
  const items = useObject("expense-item");
  const carried = record ? (record.lines as RecordData[] | undefined) : [];
  const read = useRecord(object.name, record && !carried ? record.id : null);
  const start = carried ?? (read.data?.lines as RecordData[] | undefined);
  if (!items) return null;
  return start ? (
    <Items form={form} object={items} start={start} />
  ) : (
    <Skeleton active paragraph={{ rows: 3 }} />
  );
}

function Items({ form, object, start }: { form: RecordForm; object: BusinessObject; start: RecordData[] }) {
  const say = useSay(expenseWords);
  const known = useCurrencies();
  const [items, setItems] = useState<Item[]>(() =>
    start.length > 0 ? start.map(itemOf) : [nextItem(undefined, todayHere(new Date()))],
  );
  const fields = ASKED.map(name => fieldOf(object, name)).filter(field => field !== undefined);
  const sent = items.filter(item => !isBlank(item));
  const currency = currencyOf((sent[0]?.values.amount ?? "") as MoneyValue, known.base ?? "");
  const total = totalOf(items, digitsOf(known, currency));

  function change(next: Item[]) {
    setItems(next);
    form.set("lines", wireOf(object, next));
  }

  const errorOf = (item: Item, field: string) =>
    form.errors[`lines[${sent.indexOf(item)}].${field}`]?.message;

  return (
    <fieldset className="items">
      <legend>{say("items")}</legend>
      {items.map((item, at) => (
        <div key={item.key} className="item">
          {fields.map(field => {
            const id = `item-${item.key}-${field.name}`;
            const error = errorOf(item, field.name);
            return (
              <div key={field.name} data-field={field.name}>
                <FormRow id={id} label={field.label} required={field.required} error={error}>
                  <FieldInput
                    id={id}
                    field={field}
                    object={object.name}
                    value={item.values[field.name] ?? null}
                    invalid={Boolean(error)}
                    describedBy={`${id}-note`}
                    onChange={value =>
                      change(
                        items.map(other =>
                          other.key === item.key
                            ? { ...other, values: { ...other.values, [field.name]: value } }
                            : other,
                        ),
                      )
                    }
                  />
                </FormRow>
              </div>
            );
          })}
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={say("remove", { item: at + 1 })}
            disabled={items.length === 1}
            onClick={() => change(items.filter(other => other.key !== item.key))}
          />
        </div>
      ))}
      <div className="items-foot">
        <Button
          icon={<PlusOutlined aria-hidden />}
          onClick={() => change([...items, nextItem(items.at(-1), todayHere(new Date()))])}
        >
          {say("add")}
        </Button>
        {total !== undefined && sent.length > 0 && (
          <span role="status" className="number">
            {say("total", { amount: moneyText({ amount: total, currency }) })}
          </span>
        )}
      </div>
    </fieldset>
  );
}
