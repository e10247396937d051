import { useSay } from "~/kernel/i18n/language";
import { useSession } from "~/kernel/session/session";
import { todayHere, wallTime } from "~/kernel/text/dates";
import { Page } from "~/ui/Page";
import { Guide } from "./Guide";
import { MyNumbers } from "./MyNumbers";
import { todayWords } from "./messages";
import { Returning } from "./Returning";
import { ToContact } from "./ToContact";
import "./today.css";

/** What to do now, then my own numbers. */
export default function TodayPage() {
  const say = useSay(todayWords);
  const { user } = useSession();
  const hour = Number(wallTime(new Date().toISOString()).slice(11, 13));
  const greeting = hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
  return (
    <Page title={say("today")} text={`${say(greeting, { name: user.name })} · ${todayHere()}`}>
      <Guide />
      <div className="today">
        <ToContact />
        <div className="today-side">
          <Returning />
          <MyNumbers />
        </div>
      </div>
    </Page>
  );
}
