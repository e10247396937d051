import { UploadOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Checkbox, Modal, Tag } from "antd";
import { useRef, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { download } from "~/kernel/api/download";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { organisationWords } from "../messages";
import { refreshOrganisation } from "../organisation";

const FIELDS = ["name", "login", "email", "phone", "department", "manager"] as const;

interface Preview {
  total: number;
  fine: number;
  rows: {
    row: number;
    name: string;
    login: string;
    department: string;
    manager: string;
    roles: string;
    errors: { field: string; message: string }[];
  }[];
}

/** Takes in people by a spreadsheet: shown row by row first, and their invitation links given back as one. */
export function ImportPeople({ onClose }: { onClose: () => void }) {
  const say = useSay(organisationWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { act, busy } = useAct();
  const chooser = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [departments, setDepartments] = useState(true);
  const [preview, setPreview] = useState<Preview | null>(null);

  const fieldName = (field: string) =>
    say(field === "roles" ? "rolesOf" : (FIELDS.find(each => each === field) ?? "name"));

  function form(chosen: File, making: boolean) {
    const data = new FormData();
    data.set("file", chosen);
    data.set("departments", String(making));
    return data;
  }

  const look = (chosen: File, making: boolean) =>
    act(async () => {
      setFile(chosen);
      setPreview(null);
      setPreview(await api.post<Preview>("/users/import/preview", form(chosen, making), { said: null }));
    });

  const run = () =>
    act(async () => {
      if (!file || !preview) return;
      await download("/users/import", say("linksFile"), form(file, departments));
      message.success(say("importDone", { count: preview.fine }));
      await refreshOrganisation(queries);
      onClose();
    });

  return (
    <Modal
      open
      width={preview ? 960 : 560}
      title={say("importTitle")}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {sayCommon("cancel")}
        </Button>,
        <Button
          key="run"
          type="primary"
          disabled={!preview || preview.fine === 0}
          loading={busy && preview !== null}
          onClick={run}
        >
          {say("importRun", { count: preview?.fine ?? 0 })}
        </Button>,
      ]}
    >
      <p className="quiet">{say("importText")}</p>
      <div className="import-people">
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".xlsx,.csv,.txt"
          aria-label={say("importFile")}
          onChange={event => {
            const chosen = event.target.files?.[0];
            event.target.value = "";
            if (chosen) void look(chosen, departments);
          }}
        />
        <Button icon={<UploadOutlined />} loading={busy && !preview} onClick={() => chooser.current?.click()}>
          {file ? file.name : say("importFile")}
        </Button>
        <Button
          type="link"
          onClick={() => act(() => download("/users/import/template.xlsx", say("templateFile")))}
        >
          {say("importTemplate")}
        </Button>
        <Checkbox
          checked={departments}
          onChange={event => {
            setDepartments(event.target.checked);
            if (file) void look(file, event.target.checked);
          }}
        >
          {say("importDepartments")}
        </Checkbox>
      </div>
      {preview && (
        <>
          <Alert
            type={preview.fine < preview.total ? "warning" : "success"}
            showIcon
            title={say("importVerdict", { total: preview.total, fine: preview.fine })}
            description={say("importNote")}
            style={{ marginBlockEnd: 12 }}
          />
          <DataTable
            label={say("importOutcome")}
            tall
            rows={preview.rows}
            rowKey={row => row.row}
            columns={[
              { key: "row", title: say("importRow"), numeric: true, width: 56, cell: row => row.row },
              { key: "name", title: say("name"), lead: true, cell: row => row.name },
              { key: "login", title: say("login"), cell: row => row.login },
              { key: "department", title: say("department"), cell: row => row.department },
              { key: "manager", title: say("manager"), cell: row => row.manager },
              { key: "roles", title: say("rolesOf"), cell: row => row.roles },
              {
                key: "verdict",
                title: say("importOutcome"),
                faulty: row => row.errors.length > 0,
                cell: row =>
                  row.errors.length === 0 ? (
                    <Tag color="green">{say("importFine")}</Tag>
                  ) : (
                    row.errors.map(error => `${fieldName(error.field)}：${error.message}`).join(" · ")
                  ),
              },
            ]}
          />
        </>
      )}
    </Modal>
  );
}
