import { CheckOutlined, ClockCircleOutlined, EditOutlined, PhoneOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown, Tooltip } from "antd";
import { lazy, Suspense, useState } from "react";
import { Problem } from "~/kernel/api/problem";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { usePersonName } from "~/kernel/people/personName";
import { changeRecord, refreshRecords } from "~/kernel/records/records";
import { daysFromToday, parseDay, wallTime } from "~/kernel/text/dates";
import { ObjectIcon } from "~/ui/ObjectIcon";
import { bucketOf, type Due, NEXT_CONTACT, nextContactField, postponed } from "./due";
import { useFollowUps } from "./followUps";
import { todayWords } from "./messages";

const DoneForm = lazy(() => import("./DoneForm"));
const CreateDialog = lazy(() => import("~/kernel/forms/CreateDialog"));

const LATER = [
  ["tomorrow", "明天"],
  ["inThreeDays", "+3"],
  ["nextMonday", "下周一"],
  ["inTwoWeeks", "+14"],
] as const;

/** One person or company to be in touch with, and what one does about it. */
export function DueLine({ due, today }: { due: Due; today: string }) {
  const say = useSay(todayWords);
  const queries = useQueryClient();
  const personName = usePersonName();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [logging, setLogging] = useState(false);
  const [finishing, setFinishing] = useState(false);
  const activity = useFollowUps(due.object);
  const mayChange = due.object.verbs.edit && nextContactField(due.object)?.right === "edit";

  const change = (at: string, said: string) =>
    attempt(() => changeRecord(due.object.name, due.record, { [NEXT_CONTACT]: at }, { said }));

  async function attempt(deed: () => Promise<unknown>) {
    setBusy(true);
    try {
      await deed();
      setFinishing(false);
    } catch (problem) {
      const stale = problem instanceof Problem && problem.isStale();
      void message.warning(
        stale
          ? say("changedMeanwhile", { name: due.name })
          : say("notDone", { reason: (problem as Error).message }),
      );
    }
    await refreshRecords(queries);
    setBusy(false);
  }

  return (
    <li className="due" data-bucket={bucketOf(due.at, today)}>
      <ObjectIcon name={due.object.icon ?? due.object.name} />
      <span className="due-name">
        <Link href={addressOf.record(due.object.name, due.record.id)}>{due.name}</Link>
        <When at={due.at} today={today} />
        {due.step && <span className="due-step quiet">{due.step}</span>}
        {due.owner && <span className="due-owner quiet">{personName(due.owner)}</span>}
      </span>
      <span className="due-acts">
        {due.phone && (
          <Tooltip title={due.phone}>
            <Button
              type="text"
              size="small"
              icon={<PhoneOutlined />}
              href={`tel:${due.phone}`}
              onClick={() => mayChange && setFinishing(true)}
              aria-label={say("call", { phone: due.phone })}
            />
          </Tooltip>
        )}
        {activity && (
          <Button type="text" size="small" icon={<EditOutlined />} onClick={() => setLogging(true)}>
            <span className="due-word">{say("follow")}</span>
          </Button>
        )}
        {mayChange && (
          <>
            <Dropdown
              trigger={["click"]}
              menu={{
                items: LATER.map(([key, typed]) => ({
                  key: typed,
                  label: say(key),
                  extra: parseDay(typed, today)?.slice(5),
                })),
                onClick: ({ key }) => {
                  const day = parseDay(key, today);
                  if (day)
                    void change(postponed(due.at, day), say("postponed", { name: due.name, date: day }));
                },
              }}
            >
              <Button type="text" size="small" icon={<ClockCircleOutlined />} disabled={busy}>
                <span className="due-word">{say("postpone")}</span>
              </Button>
            </Dropdown>
            <Button
              size="small"
              icon={<CheckOutlined />}
              aria-expanded={finishing}
              title={say("completeHint")}
              onClick={() => setFinishing(!finishing)}
            >
              {say("complete")}
            </Button>
          </>
        )}
      </span>
      {finishing && (
        <Suspense>
          <DoneForm
            due={due}
            activity={activity?.object ?? null}
            busy={busy}
            onDone={attempt}
            onCancel={() => setFinishing(false)}
          />
        </Suspense>
      )}
      {logging && activity && (
        <Suspense>
          <CreateDialog
            object={activity.object}
            initial={{ [activity.field]: { object: due.object.name, id: due.record.id, label: due.name } }}
            onClose={() => setLogging(false)}
            onCreated={() => setLogging(false)}
          />
        </Suspense>
      )}
    </li>
  );
}

function When({ at, today }: { at: string; today: string }) {
  const say = useSay(todayWords);
  const wall = wallTime(at);
  const days = daysFromToday(wall.slice(0, 10), today);
  const bucket = bucketOf(at, today);
  const passed = bucket === "dueToday" && new Date(at) < new Date();
  const date = bucket === "dueToday" ? wall.slice(11) : wall.slice(5);
  return (
    <span className="due-when number">
      <time dateTime={at}>{date}</time>
      {bucket === "overdue" && <strong> {say("daysLate", { count: -days })}</strong>}
      {passed && <strong> {say("late")}</strong>}
    </span>
  );
}
