import { useSay } from "~/kernel/i18n/language";
import { useSession } from "~/kernel/session/session";
import { Page } from "~/ui/Page";
import { Appearance } from "./Appearance";
import { ChangePassword } from "./ChangePassword";
import { profileWords } from "./messages";
import { Tokens } from "./Tokens";
import "./profile.css";

/** What is mine alone: how things look, my password, my tokens. */
export default function ProfilePage() {
  const say = useSay(profileWords);
  const { user } = useSession();
  return (
    <Page
      title={say("title")}
      text={[user.name, user.login, user.department?.label].filter(Boolean).join(" · ")}
    >
      <div className="profile">
        <Appearance />
        <ChangePassword />
      </div>
      <Tokens />
    </Page>
  );
}
