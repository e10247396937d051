import { useSay } from "~/kernel/i18n/language";
import { Delegations } from "~/kernel/people/Delegations";
import { useSession } from "~/kernel/session/session";
import { Page, Panel } from "~/ui/Page";
import { Appearance } from "./Appearance";
import { ChangePassword } from "./ChangePassword";
import { Devices } from "./Devices";
import { profileWords } from "./messages";
import { NoticeChoices } from "./NoticeChoices";
import { SecondFactor } from "./SecondFactor";
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
        <div className="profile-column">
          <Appearance />
          <SecondFactor />
        </div>
        <ChangePassword />
      </div>
      <Panel title={say("delegation")}>
        <Delegations user={user.id} mine />
      </Panel>
      <NoticeChoices />
      <Devices />
      <Tokens />
    </Page>
  );
}
