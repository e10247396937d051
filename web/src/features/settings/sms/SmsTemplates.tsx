import { MoreOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown, Input } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { SmsTemplate } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { smsTemplatesKey, useSmsTemplates } from "~/kernel/sending/smsTemplates";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { FormRow } from "~/ui/FormRow";
import { smsWords } from "./messages";

/** The templates by which notices are texted. */
export function SmsTemplates() {
  const say = useSay(smsWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { act } = useAct();
  const templates = useSmsTemplates();
  const [editing, setEditing] = useState<SmsTemplate | "new" | null>(null);

  async function remove({ id, name }: SmsTemplate) {
    const sure = await modal.confirm({
      title: say("removeSure", { name }),
      content: say("removeText"),
      okText: sayCommon("delete"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(async () => {
      await api.delete(`/settings/sms/templates/${id}`, { said: say("removedTemplate", { name }) });
      await queries.invalidateQueries({ queryKey: smsTemplatesKey });
    });
  }

  const columns: DataColumn<SmsTemplate>[] = [
    { key: "name", title: say("name"), lead: true, cell: template => template.name },
    { key: "code", title: say("code"), cell: template => template.template },
    { key: "text", title: say("wording"), cell: template => template.text },
    {
      key: "actions",
      title: <span className="sr-only">{sayCommon("more")}</span>,
      lead: true,
      width: 48,
      cell: template => (
        <Dropdown
          trigger={["click"]}
          placement="bottomRight"
          menu={{
            items: [
              { key: "edit", label: sayCommon("edit"), onClick: () => setEditing(template) },
              {
                key: "delete",
                label: sayCommon("delete"),
                danger: true,
                onClick: () => void remove(template),
              },
            ],
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<MoreOutlined />}
            aria-label={say("actions", { name: template.name })}
          />
        </Dropdown>
      ),
    },
  ];

  return (
    <>
      <div className="settings-line">
        <h3>{say("templates")}</h3>
        <Button size="small" onClick={() => setEditing("new")}>
          {say("addTemplate")}
        </Button>
      </div>
      <p className="quiet">{say("templatesText")}</p>
      <DataTable
        label={say("templates")}
        columns={columns}
        rows={templates.data?.items ?? []}
        rowKey={template => template.id}
        empty={<p className="quiet">{say("noTemplates")}</p>}
      />
      {editing && (
        <TemplateDialog template={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

interface Props {
  /** `null` for one that is being written down. */
  template: SmsTemplate | null;
  onClose: () => void;
}

function TemplateDialog({ template, onClose }: Props) {
  const say = useSay(smsWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const [name, setName] = useState(template?.name ?? "");
  const [code, setCode] = useState(template?.template ?? "");
  const [text, setText] = useState(template?.text ?? "");

  async function save() {
    const body = { name: name.trim(), template: code.trim(), text: text.trim() };
    const said = { said: say("savedTemplate", { name: body.name }) };
    const path = "/settings/sms/templates";
    if (template) await api.patch(`${path}/${template.id}`, { ...body, version: template.version }, said);
    else await api.post(path, body, said);
    await queries.invalidateQueries({ queryKey: smsTemplatesKey });
  }

  return (
    <FormDialog
      title={say(template ? "editTemplate" : "addTemplate")}
      okText={sayCommon("save")}
      ready={[name, code, text].every(each => each.trim() !== "")}
      onSave={save}
      onClose={onClose}
    >
      {errors => (
        <>
          <FormRow id="sms-name" label={say("name")} error={errors.name} required>
            <Input
              id="sms-name"
              autoFocus
              maxLength={60}
              autoComplete="off"
              value={name}
              onChange={event => setName(event.target.value)}
            />
          </FormRow>
          <FormRow id="sms-code" label={say("code")} error={errors.template} required>
            <Input
              id="sms-code"
              maxLength={60}
              autoComplete="off"
              value={code}
              onChange={event => setCode(event.target.value)}
            />
          </FormRow>
          <FormRow
            id="sms-text"
            label={say("wording")}
            help={say("wordingHelp", { named: "$" + "{name}", numbered: "{1}" })}
            error={errors.text}
            required
          >
            <Input.TextArea
              id="sms-text"
              maxLength={500}
              autoSize={{ minRows: 3, maxRows: 6 }}
              value={text}
              onChange={event => setText(event.target.value)}
            />
          </FormRow>
        </>
      )}
    </FormDialog>
  );
}
