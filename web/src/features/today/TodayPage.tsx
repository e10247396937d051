import { Segmented } from "antd";
import { lazy, Suspense } from "react";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { useSession } from "~/kernel/session/session";
import { todayHere, wallTime } from "~/kernel/text/dates";
import { useTodayParts } from "~/kernel/todayParts";
import { Page } from "~/ui/Page";
import { Birthdays } from "./Birthdays";
import type { Whose } from "./due";
import { Guide } from "./Guide";
import { MentionsOfMe } from "./MentionsOfMe";
import { MyNumbers } from "./MyNumbers";
import { todayWords } from "./messages";
import { Returning } from "./Returning";
import { ToApprove } from "./ToApprove";
import { ToContact } from "./ToContact";
import { Unanswered } from "./Unanswered";
import "./today.css";

const MyTargets = lazy(() => import("./MyTargets").then(({ MyTargets }) => ({ default: MyTargets })));
const News = lazy(() => import("./News").then(({ News }) => ({ default: News })));
const Deals = lazy(() => import("./Deals"));
const ToDo = lazy(() => import("./ToDo"));
const Appointments = lazy(() => import("./Appointments"));

/** What to do now, then my own numbers; who leads others can look at the team's. */
export default function TodayPage() {
  const say = useSay(todayWords);
  const { user } = useSession();
  const parts = useTodayParts();
  const [address, setAddress] = useAddressState();
  const whose: Whose = user.leads && address.whose === "team" ? "myTeam" : "me";
  const hour = Number(wallTime(new Date().toISOString()).slice(11, 13));
  const greeting = hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
  return (
    <Page
      title={say("today")}
      text={`${say(greeting, { name: user.name })} · ${todayHere()}`}
      actions={
        user.leads && (
          <Segmented<Whose>
            aria-label={say("whose")}
            value={whose}
            options={[
              { value: "me", label: say("whoseMine") },
              { value: "myTeam", label: say("whoseTeam") },
            ]}
            onChange={next => setAddress({ whose: next === "me" ? null : "team" }, { replace: true })}
          />
        )
      }
    >
      <Guide />
      <div className="today">
        <div className="today-main">
          {whose === "me" && <ToApprove />}
          {whose === "me" && <MentionsOfMe />}
          {whose === "me" && (
            <Suspense>
              <News />
            </Suspense>
          )}
          <Suspense>
            <Appointments whose={whose} />
            <ToDo whose={whose} />
          </Suspense>
          <ToContact whose={whose} />
        </div>
        <div className="today-side">
          <Suspense>
            <MyTargets whose={whose} />
            <Deals whose={whose} />
          </Suspense>
          <Unanswered whose={whose} />
          <Returning whose={whose} />
          <Birthdays whose={whose} />
          <MyNumbers whose={whose} />
        </div>
      </div>
      <Suspense>
        {parts.map(({ name, Part }) => (
          <Part key={name} whose={whose} />
        ))}
      </Suspense>
    </Page>
  );
}
