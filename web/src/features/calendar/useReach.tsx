import { App, Radio, Space } from "antd";
import type { RecordData } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { calendarWords } from "./messages";
import type { Reach } from "./reach";

/** Asks how far a change of an appointment reaches; of one that takes place once there is nothing to ask. */
export function useReach(): (record: RecordData, name: string, cancels?: boolean) => Promise<Reach | null> {
  const say = useSay(calendarWords);
  const sayCommon = useSay(common);
  const { modal } = App.useApp();
  return async (record, name, cancels = false) => {
    if (!record.repeat) return "all";
    let reach: Reach = "this";
    const sure = await modal.confirm({
      title: say(cancels ? "reachCancel" : "reachTitle"),
      icon: null,
      content: (
        <>
          <p className="quiet">{say("reachNote", { name })}</p>
          <Radio.Group
            defaultValue="this"
            style={{ marginBlockStart: 12 }}
            onChange={event => {
              reach = event.target.value as Reach;
            }}
          >
            <Space orientation="vertical">
              <Radio value="this">{say("reachThis")}</Radio>
              <Radio value="following">{say("reachFollowing")}</Radio>
              <Radio value="all">{say("reachAll")}</Radio>
            </Space>
          </Radio.Group>
        </>
      ),
      okText: sayCommon("confirm"),
      cancelText: sayCommon("cancel"),
    });
    return sure ? reach : null;
  };
}
