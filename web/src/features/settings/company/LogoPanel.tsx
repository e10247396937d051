import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Upload } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { useSay } from "~/kernel/i18n/language";
import { type Branding, brandingKey, useBranding } from "~/kernel/session/branding";
import { CompanyMark } from "~/kernel/session/CompanyMark";
import { companyWords } from "./messages";

/** The company's logo: counts as soon as it is chosen. */
export function LogoPanel() {
  const say = useSay(companyWords);
  const { message } = App.useApp();
  const { busy, act } = useAct();
  const queries = useQueryClient();
  const branding = useBranding();

  const take = (file: File) =>
    act(async () => {
      const form = new FormData();
      form.append("file", file);
      queries.setQueryData(brandingKey, await api.post<Branding>("/settings/logo", form, { said: null }));
      void message.success(say("saved"));
    });

  const remove = () =>
    act(async () => {
      await api.delete("/settings/logo", { said: null });
      await queries.invalidateQueries({ queryKey: brandingKey });
      void message.success(say("removed"));
    });

  return (
    <div className="settings-below">
      <span className="quiet">{say("logo")}</span>
      <div className="settings-line">
        <CompanyMark size={48} />
        <Upload
          accept="image/png,image/jpeg,image/webp"
          showUploadList={false}
          beforeUpload={file => {
            void take(file);
            return Upload.LIST_IGNORE;
          }}
        >
          <Button loading={busy}>{say("choose")}</Button>
        </Upload>
        {branding?.logo && (
          <Button disabled={busy} onClick={() => void remove()}>
            {say("remove")}
          </Button>
        )}
      </div>
      <p className="settings-default">{say("note")}</p>
    </div>
  );
}
