import { CheckOutlined, ClockCircleOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Dropdown } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import type { BusinessObject, Draft, RecordData } from "~/kernel/api/contract";
import { fieldOf, useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { isEditable } from "~/kernel/list/grid/columns";
import { changeRecord, refreshRecords } from "~/kernel/records/records";
import { todayHere, wallTime } from "~/kernel/text/dates";
import { DueRecords, nameOf } from "./DueRecords";
import type { Whose } from "./due";
import { todayWords } from "./messages";
import { DUE, putOff, todoFilter } from "./todo";

const LATER = [
  ["tomorrow", "+1"],
  ["inThreeDays", "+3"],
  ["inOneWeek", "+7"],
] as const;

/** What has to be done within a week, or should have been, finished and put off in place. */
export default function ToDo({ whose }: { whose: Whose }) {
  const say = useSay(todayWords);
  return useCatalog()
    .listed()
    .filter(object => object.capabilities.includes("todo") && object.verbs.read)
    .map(object => (
      <DueRecords
        key={object.name}
        object={object}
        filter={todoFilter(whose, todayHere())}
        by={DUE}
        title={object.plural}
        when={days =>
          days < 0
            ? say("daysLate", { count: -days })
            : days === 0
              ? say("closesToday")
              : say("daysLeft", { count: days })
        }
        late={days => days < 0}
        act={task => <Acts object={object} task={task} />}
      />
    ));
}

function Acts({ object, task }: { object: BusinessObject; task: RecordData }) {
  const say = useSay(todayWords);
  const queries = useQueryClient();
  const { busy, act } = useAct();
  const name = nameOf(object, task);
  const status = fieldOf(object, "status");
  const due = fieldOf(object, DUE);
  const change = (values: Draft, said: string) =>
    void act(async () => {
      try {
        await changeRecord(object.name, task, values, { said });
      } finally {
        await refreshRecords(queries);
      }
    });
  return (
    <span>
      {due && isEditable(object, due, task) && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: LATER.map(([key, days]) => ({ key: days, label: say(key) })),
            onClick: ({ key }) => {
              const at = putOff(String(task[DUE]), key, todayHere());
              change({ [DUE]: at }, say("dueAgain", { name, date: wallTime(at).slice(0, 10) }));
            },
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<ClockCircleOutlined aria-hidden />}
            aria-label={say("laterOf", { name })}
            disabled={busy}
          >
            {say("later")}
          </Button>
        </Dropdown>
      )}
      {status && isEditable(object, status, task) && (
        <Button
          type="text"
          size="small"
          icon={<CheckOutlined aria-hidden />}
          aria-label={say("finishOf", { name })}
          disabled={busy}
          onClick={() => change({ status: "done" }, say("finished", { name }))}
        >
          {say("finish")}
        </Button>
      )}
    </span>
  );
}
