import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Modal, Skeleton } from "antd";
import { useId, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Becomes, Draft, Labelled } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { toWire } from "~/kernel/fields/registry";
import { useSay } from "~/kernel/i18n/language";
import type { CommandProps } from "~/kernel/overrides/overrides";
import { refreshRecords, runCommand } from "~/kernel/records/records";
import { FormRow } from "~/ui/FormRow";
import { Becoming } from "./Becoming";
import { convertWords } from "./messages";
import "./convert.css";

/** What the new record of a kind is asked besides: by object, the inputs of the command. */
const ASKED: Record<string, string[]> = { opportunity: ["opportunityName", "amount", "closeDate"] };

/** Shows what the lead becomes, where each value comes from and which records may be the same; then converts. */
export default function ConvertDialog({ object, record, command, onClose }: CommandProps) {
  const say = useSay(convertWords);
  const form = useId();
  const queries = useQueryClient();
  const refusalText = useRefusalText();
  const catalog = useCatalog();
  const nameOf = useNameOf(object);
  const [draft, setDraft] = useState<Draft>({ withContact: true, withOpportunity: true, fillBlanks: true });
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const errors = refusal instanceof Problem ? refusal.byField() : {};
  const preview = useQuery({
    queryKey: ["conversion", record.id, record.version],
    queryFn: ({ signal }) => api.get<{ items: Becomes[] }>(`/conversion/of/${record.id}`, signal),
  });

  const put = (values: Draft) => setDraft(now => ({ ...now, ...values }));

  async function convert() {
    setBusy(true);
    setRefusal(null);
    try {
      await runCommand(object.name, record.id, command, toWire({ ...object, fields: command.input }, draft));
      await refreshRecords(queries);
      onClose();
    } catch (cause) {
      setRefusal(cause);
      setBusy(false);
    }
  }

  const customer = draft.customer as Labelled | null | undefined;
  return (
    <Modal
      open
      width={1080}
      className="convert-dialog"
      title={say("title", { name: nameOf(record) })}
      okText={command.label}
      okButtonProps={{ loading: busy, disabled: !preview.data }}
      onOk={() => void convert()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {refusal !== null && Object.keys(errors).length === 0 && (
        <Alert type="error" showIcon title={refusalText(refusal)} role="alert" />
      )}
      {preview.isError && <Alert type="error" showIcon title={refusalText(preview.error)} />}
      {preview.isPending && <Skeleton active />}
      <div className="convert-parts">
        {preview.data?.items.map(becomes => {
          const target = catalog.find(becomes.object);
          const optional = OPTIONAL[becomes.object];
          return (
            target && (
              <Becoming
                key={becomes.object}
                object={target}
                from={object}
                becomes={becomes}
                joins={
                  becomes.object === "opportunity" ? undefined : ((draft[becomes.object] as Labelled) ?? null)
                }
                among={
                  becomes.object === "contact"
                    ? customer && { field: "customer", op: "eq", value: customer.id }
                    : undefined
                }
                joinable={becomes.object !== "contact" || Boolean(customer)}
                asked={ASKED[becomes.object] && target.titleField}
                made={optional ? draft[optional] === true : true}
                error={errors[becomes.object] ?? (optional && errors[optional])}
                onJoin={joined =>
                  put({
                    [becomes.object]: joined,
                    ...(becomes.object === "customer" ? { contact: null } : {}),
                  })
                }
                onMade={optional ? made => put({ [optional]: made }) : undefined}
              >
                {(ASKED[becomes.object] ?? []).map(name => {
                  const field = command.input.find(each => each.name === name);
                  const id = `${form}-${name}`;
                  return (
                    field && (
                      <FormRow key={name} id={id} label={field.label} help={field.help} error={errors[name]}>
                        <FieldInput
                          id={id}
                          field={field}
                          object={object.name}
                          value={draft[name] ?? null}
                          onChange={value => put({ [name]: value })}
                        />
                      </FormRow>
                    )
                  );
                })}
              </Becoming>
            )
          );
        })}
      </div>
      <p className="quiet">{say("kept")}</p>
    </Modal>
  );
}

/** By object, the input that says whether one is made at all. */
const OPTIONAL: Record<string, string> = { contact: "withContact", opportunity: "withOpportunity" };
