import { UndoOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Select, Skeleton } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { BusinessObject, ConversionMapping } from "~/kernel/api/contract";
import { fieldOf, useCatalog } from "~/kernel/catalog/catalog";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { ColorTag } from "~/ui/ColorTag";
import { Page, Panel } from "~/ui/Page";
import { chosen, type Own, ownOf, type Taken, without } from "./mapping";
import { conversionWords } from "./messages";
import "./conversion.css";

const mappingKey = ["conversion", "mapping"] as const;

/** Where the values of leads go when they are converted. */
export default function ConversionPage() {
  return (
    <AdministratorsOnly>
      <Known />
    </AdministratorsOnly>
  );
}

function Known() {
  const { data } = useQuery({
    queryKey: mappingKey,
    queryFn: ({ signal }) => api.get<ConversionMapping>("/conversion/mapping", signal),
  });
  return data ? <Editor key={data.version} known={data} /> : <Skeleton active />;
}

function Editor({ known }: { known: ConversionMapping }) {
  const say = useSay(conversionWords);
  const sayCommon = useSay(common);
  const catalog = useCatalog();
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const [own, setOwn] = useState<Own>(() => ownOf(known));
  const lead = catalog.find("lead");
  const changed = JSON.stringify(own) !== JSON.stringify(ownOf(known));

  async function save() {
    await act(async () => {
      const answer = await api.put<ConversionMapping>(
        "/conversion/mapping",
        { version: known.version, own },
        { said: say("saved") },
      );
      queries.setQueryData(mappingKey, answer);
    });
  }

  return (
    <Page
      title={say("title")}
      text={say("text")}
      actions={
        <Button type="primary" loading={busy} disabled={!changed} onClick={() => void save()}>
          {sayCommon("save")}
        </Button>
      }
    >
      {known.targets.map(target => {
        const object = catalog.find(target.object);
        return (
          lead &&
          object && (
            <Panel key={target.object} title={object.label}>
              <Fields
                object={object}
                lead={lead}
                fields={target.fields}
                own={own[target.object] ?? {}}
                onChange={next => setOwn(now => ({ ...now, [target.object]: next }))}
              />
            </Panel>
          )
        );
      })}
    </Page>
  );
}

interface FieldsProps {
  object: BusinessObject;
  lead: BusinessObject;
  fields: Taken[];
  own: Record<string, string>;
  onChange: (own: Record<string, string>) => void;
}

/** The fields of one object that may take a value of the lead; those that cannot are left out. */
function Fields({ object, lead, fields, own, onChange }: FieldsProps) {
  const say = useSay(conversionWords);
  const labelOf = (name: string) => fieldOf(lead, name)?.label ?? name;
  return (
    <table className="conversion">
      <thead>
        <tr>
          <th scope="col">{say("to", { object: object.label })}</th>
          <th scope="col">{say("from")}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {fields
          .filter(field => field.choices.length > 0)
          .map(field => {
            const label = fieldOf(object, field.field)?.label ?? field.field;
            const value = chosen(field, own);
            return (
              <tr key={field.field}>
                <th scope="row">{label}</th>
                <td>
                  <Select
                    aria-label={label}
                    value={value}
                    showSearch={{ optionFilterProp: "label" }}
                    options={[
                      { value: "", label: say("none") },
                      ...(field.own || field.from.length < 2
                        ? []
                        : [
                            {
                              value: field.from.join(),
                              label: say("first", {
                                first: labelOf(field.from[0] as string),
                                second: labelOf(field.from[1] as string),
                              }),
                            },
                          ]),
                      ...field.choices.map(name => ({ value: name, label: labelOf(name) })),
                    ]}
                    onChange={next => onChange({ ...own, [field.field]: next })}
                  />
                </td>
                <td>
                  {field.field in own && (
                    <>
                      <ColorTag color="blue">{say("changed")}</ColorTag>
                      <Button
                        type="text"
                        size="small"
                        icon={<UndoOutlined aria-hidden />}
                        aria-label={say("reset", { field: label })}
                        onClick={() => onChange(without(own, field.field))}
                      />
                    </>
                  )}
                </td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}
