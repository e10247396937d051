import { useSay } from "~/kernel/i18n/language";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { Page } from "~/ui/Page";
import { organisationWords } from "../messages";
import { DepartmentTree } from "./DepartmentTree";
import "./people.css";
import { Users } from "./Users";

/** The departments and the people in them. */
export default function PeoplePage() {
  const say = useSay(organisationWords);
  return (
    <AdministratorsOnly>
      <Page title={say("people")} text={say("peopleText")}>
        <div className="people">
          <DepartmentTree />
          <Users />
        </div>
      </Page>
    </AdministratorsOnly>
  );
}
