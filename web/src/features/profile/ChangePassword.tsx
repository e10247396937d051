import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { ChangePasswordForm } from "~/kernel/session/ChangePasswordForm";
import { sessionKey, useSession } from "~/kernel/session/session";
import { Panel } from "~/ui/Page";
import { profileWords } from "./messages";

export function ChangePassword() {
  const say = useSay(profileWords);
  const { user } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();

  function changed() {
    void message.success(say("changed"));
    void queries.invalidateQueries({ queryKey: sessionKey });
  }

  return (
    <Panel title={say("password")}>
      <ChangePasswordForm login={user.login} onChanged={changed} />
    </Panel>
  );
}
