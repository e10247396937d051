import { DownloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import type { ImportJob } from "~/kernel/api/contract";
import { download } from "~/kernel/api/download";
import { useSay } from "~/kernel/i18n/language";
import { importWords } from "./messages";

/** The faulty rows as a workbook with their reasons, to correct and import again. */
export function ErrorWorkbook({ job }: { job: ImportJob }) {
  const say = useSay(importWords);
  const { busy, act } = useAct();
  return (
    <Button
      icon={<DownloadOutlined />}
      loading={busy}
      onClick={() => act(() => download(`/imports/${job.id}/errors.xlsx`, "errors.xlsx"))}
    >
      {say("errorWorkbook")}
    </Button>
  );
}
