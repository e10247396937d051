import { CheckCircleFilled } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { api } from "~/kernel/api/api";
import type { BusinessObject } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { useRecordPage } from "~/kernel/records/records";
import { useSavePreferences, useSession } from "~/kernel/session/session";
import { Panel } from "~/ui/Page";
import { todayWords } from "./messages";

const CreateDialog = lazy(() => import("~/kernel/forms/CreateDialog"));

interface Step {
  key: "Import" | "Person" | "Follow" | "Search" | "Team" | "Profile";
  done: boolean;
  act: () => void;
}

/** The first days: five steps, each ticked when it has really happened. Gone once done or sent away. */
export function Guide() {
  const say = useSay(todayWords);
  const { preferences } = useSession();
  const save = useSavePreferences();
  const done = preferences.guideDone ?? [];
  const [making, setMaking] = useState<BusinessObject | null>(null);
  const steps = useSteps(done, setMaking);
  const finished = steps.filter(step => step.done).length;
  if (done.includes("hidden") || finished === steps.length) return null;

  return (
    <Panel
      title={say("guideTitle")}
      extra={
        <span className="guide-extra">
          <span className="quiet number">{say("guideProgress", { done: finished })}</span>
          <Button type="text" size="small" onClick={() => void save({ guideDone: [...done, "hidden"] })}>
            {say("guideHide")}
          </Button>
        </span>
      }
    >
      <ol className="guide">
        {steps.map((step, index) => (
          <li key={step.key} className="guide-step" data-done={step.done}>
            <span className="guide-mark number" aria-hidden="true">
              {step.done ? <CheckCircleFilled /> : index + 1}
            </span>
            <span className="guide-words">
              <strong>{say(`guide${step.key}`)}</strong>
              <span className="quiet">{say(`guide${step.key}Text`)}</span>
            </span>
            {step.done ? (
              <span className="sr-only">{say("stepDone")}</span>
            ) : (
              <Button
                size="small"
                aria-label={`${say("guideOpen")}：${say(`guide${step.key}`)}`}
                onClick={step.act}
              >
                {say(step.key === "Search" ? "guideTried" : "guideOpen")}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {!steps[0]?.done && <DemoOffer />}
      {making && (
        <Suspense>
          <CreateDialog object={making} onClose={() => setMaking(null)} onCreated={() => setMaking(null)} />
        </Suspense>
      )}
    </Panel>
  );
}

function useSteps(done: string[], make: (object: BusinessObject) => void): Step[] {
  const go = useGo();
  const catalog = useCatalog();
  const { user } = useSession();
  const save = useSavePreferences();
  const some = {
    customer: useHasAny("customer"),
    contact: useHasAny("contact"),
    activity: useHasAny("activity"),
  };
  const tick = (key: string) => void save({ guideDone: [...done, key] });
  const makeOne = (name: string) => () => {
    const object = catalog.find(name);
    if (object) make(object);
  };
  return [
    { key: "Import", done: some.customer, act: () => go(addressOf.import("customer")) },
    { key: "Person", done: some.contact, act: makeOne("contact") },
    { key: "Follow", done: some.activity, act: makeOne("activity") },
    { key: "Search", done: done.includes("search"), act: () => tick("search") },
    user.administrator
      ? {
          key: "Team",
          done: done.includes("team"),
          act: () => {
            tick("team");
            go(addressOf.settings("people"));
          },
        }
      : {
          key: "Profile",
          done: done.includes("profile"),
          act: () => {
            tick("profile");
            go(addressOf.profile);
          },
        },
  ];
}

function useHasAny(object: string): boolean {
  const exists = Boolean(useCatalog().find(object));
  const { data } = useRecordPage(object, { fields: [], limit: 1, count: "none" }, { enabled: exists });
  return (data?.items.length ?? 0) > 0;
}

/** For a look around: demo data, where the server says it can be loaded. */
function DemoOffer() {
  const say = useSay(todayWords);
  const { user } = useSession();
  const [asked, setAsked] = useState(false);
  const { data } = useQuery({
    queryKey: ["demo"],
    queryFn: ({ signal }) => api.get<{ loaded: boolean; possible: boolean }>("/demo", signal),
    enabled: user.administrator,
    retry: false,
  });
  if (!data?.possible || data.loaded) return null;
  return (
    <p className="guide-demo">
      <span className="quiet">{say("demoText")}</span>
      <Button
        size="small"
        loading={asked}
        onClick={() => {
          setAsked(true);
          void api.post("/demo", {}, { said: say("demoLoading") }).catch(() => setAsked(false));
        }}
      >
        {say("demoLoad")}
      </Button>
    </p>
  );
}
