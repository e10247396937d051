import { ClockCircleOutlined, EditOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Dropdown } from "antd";
import { Fragment, lazy, Suspense, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { fieldOf, useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { isEditable } from "~/kernel/list/grid/columns";
import { usePipelines } from "~/kernel/pipelines/pipelines";
import { changeRecord, refreshRecords } from "~/kernel/records/records";
import { parseDay, todayHere } from "~/kernel/text/dates";
import { DueRecords, nameOf } from "./DueRecords";
import { closingFilter, ROTS_ON, rottingFilter } from "./deals";
import type { Whose } from "./due";
import { useFollowUps } from "./followUps";
import { todayWords } from "./messages";

const CreateDialog = lazy(() => import("~/kernel/forms/CreateDialog"));

const LATER = [
  ["inOneWeek", "+7"],
  ["inTwoWeeks", "+14"],
  ["inAMonth", "+30"],
] as const;

/** Deals that should be won within a week, and those that rot, the most urgent first; nothing where there are none. */
export default function Deals({ whose }: { whose: Whose }) {
  return useCatalog()
    .listed()
    .filter(object => object.capabilities.includes("pipelined") && object.verbs.read)
    .map(object => (
      <Fragment key={object.name}>
        <Closing object={object} whose={whose} />
        <Rotting object={object} whose={whose} />
      </Fragment>
    ));
}

function Closing({ object, whose }: { object: BusinessObject; whose: Whose }) {
  const say = useSay(todayWords);
  const expected = fieldOf(object, usePipelines(object)?.expectedField ?? "");
  if (!expected?.filterable || expected.right === "masked") return null;
  return (
    <DueRecords
      object={object}
      filter={closingFilter(expected.name, todayHere(), whose)}
      by={expected.name}
      title={say("closing", { object: object.plural })}
      when={days =>
        days < 0
          ? say("daysLate", { count: -days })
          : days === 0
            ? say("closesToday")
            : say("daysLeft", { count: days })
      }
      late={days => days < 0}
      act={deal =>
        isEditable(object, expected, deal) && <Later object={object} deal={deal} field={expected.name} />
      }
    />
  );
}

function Rotting({ object, whose }: { object: BusinessObject; whose: Whose }) {
  const say = useSay(todayWords);
  const rotsOn = fieldOf(object, ROTS_ON);
  if (!rotsOn || rotsOn.filterable === false || rotsOn.right === "masked") return null;
  return (
    <DueRecords
      object={object}
      filter={rottingFilter(whose)}
      by={ROTS_ON}
      title={say("rotting", { object: object.plural })}
      when={days => (days === 0 ? say("rotsToday") : say("rotsFor", { count: -days }))}
      late={() => true}
      act={deal => <FollowUp object={object} deal={deal} />}
    />
  );
}

/** Another day on which it should be won. */
function Later({ object, deal, field }: { object: BusinessObject; deal: RecordData; field: string }) {
  const say = useSay(todayWords);
  const queries = useQueryClient();
  const { busy, act } = useAct();
  const today = todayHere();
  const name = nameOf(object, deal);
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: LATER.map(([key, typed]) => ({
          key: typed,
          label: say(key),
          extra: parseDay(typed, today)?.slice(5),
        })),
        onClick: ({ key }) => {
          const date = parseDay(key, today);
          if (!date) return;
          void act(async () => {
            try {
              await changeRecord(
                object.name,
                deal,
                { [field]: date },
                { said: say("closesOn", { name, date }) },
              );
            } finally {
              await refreshRecords(queries);
            }
          });
        },
      }}
    >
      <Button
        type="text"
        size="small"
        icon={<ClockCircleOutlined aria-hidden />}
        aria-label={say("closeLaterOf", { name })}
        disabled={busy}
      >
        {say("closeLater")}
      </Button>
    </Dropdown>
  );
}

/** A word with the customer is what a rotting deal needs. */
function FollowUp({ object, deal }: { object: BusinessObject; deal: RecordData }) {
  const say = useSay(todayWords);
  const [open, setOpen] = useState(false);
  const followUps = useFollowUps(object);
  const name = nameOf(object, deal);
  if (!followUps) return null;
  return (
    <>
      <Button
        type="text"
        size="small"
        icon={<EditOutlined aria-hidden />}
        aria-label={say("followUpOf", { name })}
        onClick={() => setOpen(true)}
      >
        {say("follow")}
      </Button>
      {open && (
        <Suspense>
          <CreateDialog
            object={followUps.object}
            initial={{ [followUps.field]: { object: object.name, id: deal.id, label: name } }}
            onClose={() => setOpen(false)}
            onCreated={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
