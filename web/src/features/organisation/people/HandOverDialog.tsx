import { useQueryClient } from "@tanstack/react-query";
import { App, Checkbox } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import type { Labelled, Operation, User } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import { refreshRecords } from "~/kernel/records/records";
import { FormRow } from "~/ui/FormRow";
import { organisationWords } from "../messages";

/** Gives what somebody owns to somebody else. */
export function HandOverDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const say = useSay(organisationWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const owned = useCatalog()
    .listed()
    .filter(object => object.capabilities.includes("owned"));
  const [to, setTo] = useState<Labelled | null>(null);
  const [objects, setObjects] = useState(owned.map(object => object.name));

  async function handOver() {
    const { operations } = await api.post<{ operations: Operation[] }>(
      `/users/${user.id}/handover`,
      { to: to?.id, objects },
      { said: null },
    );
    const changed = operations.reduce((sum, operation) => sum + operation.changed, 0);
    if (operations.length === 0) message.info(say("nothingOwned", { name: user.name }));
    else if (operations.some(operation => operation.status === "running")) message.info(say("handingOver"));
    else message.success(say("handedOver", { count: changed }));
    await refreshRecords(queries);
  }

  return (
    <FormDialog
      title={say("handOverOf", { name: user.name })}
      okText={say("handOverDo")}
      ready={to !== null && to.id !== user.id && objects.length > 0}
      onSave={handOver}
      onClose={onClose}
    >
      {errors => (
        <>
          <FormRow
            id="hand-over-to"
            label={say("handOverTo")}
            error={errors.to}
            help={say("handOverNote", { name: user.name })}
            required
          >
            <PersonPicker
              id="hand-over-to"
              label={say("handOverTo")}
              value={to}
              onChange={setTo}
              invalid={Boolean(errors.to)}
              describedBy="hand-over-to-note"
              autoFocus
            />
          </FormRow>
          <fieldset className="hand-over">
            <legend>{say("handOverObjects")}</legend>
            <Checkbox.Group
              value={objects}
              options={owned.map(({ name, label }) => ({ value: name, label }))}
              onChange={setObjects}
            />
          </fieldset>
        </>
      )}
    </FormDialog>
  );
}
