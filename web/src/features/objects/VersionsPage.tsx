import { DownloadOutlined, PlusOutlined, UploadOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Skeleton, Upload } from "antd";
import { useState } from "react";
import { useAct, useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { Problem } from "~/kernel/api/problem";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { Page, Panel } from "~/ui/Page";
import { DraftDrawer } from "./DraftDrawer";
import { DraftsTable } from "./DraftsTable";
import { refreshDesign } from "./design";
import { History } from "./History";
import { versionWords } from "./messages";
import { NewDraftDialog } from "./NewDraftDialog";
import { saveAsFile } from "./saveAsFile";
import { type Draft, useDrafts } from "./versions";
import "./objects.css";

/** What was changed when and by whom, what is being prepared, and the way to another installation. */
export default function VersionsPage() {
  return (
    <AdministratorsOnly>
      <Versions />
    </AdministratorsOnly>
  );
}

function Versions() {
  const say = useSay(versionWords);
  const queries = useQueryClient();
  const textOf = useRefusalText();
  const { act } = useAct();
  const drafts = useDrafts();
  const [address, change] = useAddressState();
  const [faults, setFaults] = useState<string[]>([]);

  async function exportAll() {
    await act(async () => {
      saveAsFile("hengke-configuration.json", await api.get<unknown>("/catalog/export"));
    });
  }

  async function importFile(file: File) {
    setFaults([]);
    try {
      const document: unknown = JSON.parse(await file.text());
      const draft = await api.post<Draft>("/catalog/drafts", { name: file.name, document }, { said: null });
      await refreshDesign(queries);
      change({ draft: String(draft.id) });
    } catch (cause) {
      setFaults(faultsOf(cause));
    }
  }

  function faultsOf(cause: unknown): string[] {
    if (cause instanceof SyntaxError) return [say("noFile")];
    const listed =
      cause instanceof Problem ? cause.errors.map(({ field, message }) => `${field}: ${message}`) : [];
    return listed.length > 0 ? listed : [textOf(cause)];
  }

  return (
    <Page
      title={say("versions")}
      text={say("versionsText")}
      actions={
        <>
          <Button icon={<DownloadOutlined />} onClick={() => void exportAll()}>
            {say("export")}
          </Button>
          <Upload
            accept=".json"
            showUploadList={false}
            beforeUpload={file => {
              void importFile(file);
              return false;
            }}
          >
            <Button icon={<UploadOutlined />}>{say("import")}</Button>
          </Upload>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => change({ draft: "new" })}>
            {say("newDraft")}
          </Button>
        </>
      }
    >
      {faults.length > 0 && (
        <Alert
          type="error"
          showIcon
          closable={{ onClose: () => setFaults([]) }}
          title={say("faults")}
          description={
            <ul>
              {faults.map(fault => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          }
        />
      )}
      <Panel title={say("drafts")}>
        {drafts.data ? (
          <DraftsTable drafts={drafts.data.items} onOpen={id => change({ draft: String(id) })} />
        ) : (
          <Skeleton active />
        )}
      </Panel>
      <Panel title={say("history")}>
        <History />
      </Panel>
      {address.draft === "new" && <NewDraftDialog onClose={() => change({ draft: null })} />}
      {address.draft && address.draft !== "new" && (
        <DraftDrawer key={address.draft} id={Number(address.draft)} onClose={() => change({ draft: null })} />
      )}
    </Page>
  );
}
