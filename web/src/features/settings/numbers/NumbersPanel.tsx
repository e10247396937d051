import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, InputNumber } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import type { Page } from "~/kernel/api/contract";
import type { components } from "~/kernel/api/wire";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { todayHere } from "~/kernel/text/dates";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { FormRow } from "~/ui/FormRow";
import type { PanelProps } from "../panels";
import type { Setting } from "../settings";
import { numberWords } from "./messages";
import { period, preview } from "./preview";

type Standing = components["schemas"]["NumberStanding"];

const numbersKey = ["settings", "numbers"] as const;

/** What each pattern makes, also while it is being typed, and where its numbers stand. */
export function NumbersPanel({ group, form, version }: PanelProps) {
  const say = useSay(numberWords);
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: [...numbersKey, version],
    queryFn: ({ signal }) => api.get<Page<Standing>>("/settings/numbers", signal),
  });
  const [changing, setChanging] = useState<{ label: string; standing: Standing } | null>(null);
  const pattern = (setting: Setting) => String(form.value(setting) ?? setting.field.default ?? "");
  const standing = (setting: Setting) => data?.items.find(item => item.setting === setting.field.name);

  const columns: DataColumn<Setting>[] = [
    { key: "rule", title: say("rule"), lead: true, cell: setting => setting.field.label },
    {
      key: "preview",
      title: say("preview"),
      cell: setting => preview(pattern(setting), todayHere()) ?? <em>{say("wrong")}</em>,
    },
    { key: "resets", title: say("resets"), cell: setting => say(period(pattern(setting))) },
    { key: "next", title: say("next"), cell: setting => standing(setting)?.next },
    {
      key: "actions",
      title: <span className="sr-only">{say("goOn")}</span>,
      cell: setting => {
        const now = standing(setting);
        return (
          now && (
            <Button
              type="link"
              size="small"
              disabled={form.changed(setting)}
              onClick={() => setChanging({ label: setting.field.label, standing: now })}
            >
              {say("goOn")}
            </Button>
          )
        );
      },
    },
  ];
  return (
    <div className="settings-below">
      <DataTable
        label={say("numbers")}
        columns={columns}
        rows={group.settings.filter(setting => !isMode(setting))}
        rowKey={setting => setting.field.name}
        empty={null}
      />
      {changing && (
        <GoOn
          {...changing}
          onSaved={() => queries.invalidateQueries({ queryKey: numbersKey })}
          onClose={() => setChanging(null)}
        />
      )}
    </div>
  );
}

/** A pattern has a setting beside it that says how its numbers are taken. */
function isMode(setting: Setting): boolean {
  return setting.field.name.endsWith(".mode");
}

function GoOn({
  label,
  standing,
  onSaved,
  onClose,
}: {
  label: string;
  standing: Standing;
  onSaved: () => Promise<void>;
  onClose: () => void;
}) {
  const say = useSay(numberWords);
  const sayCommon = useSay(common);
  const [next, setNext] = useState<number | null>(standing.count);

  async function save() {
    await api.post("/settings/numbers", { setting: standing.setting, next }, { said: say("saved") });
    await onSaved();
  }

  return (
    <FormDialog
      title={say("goOnTitle", { label })}
      okText={sayCommon("save")}
      ready={next !== null}
      onSave={save}
      onClose={onClose}
    >
      {errors => (
        <FormRow id="number-next" label={say("count")} help={say("countNote")} error={errors.next}>
          <InputNumber
            id="number-next"
            min={1}
            precision={0}
            value={next}
            style={{ width: "100%" }}
            onChange={setNext}
          />
        </FormRow>
      )}
    </FormDialog>
  );
}
