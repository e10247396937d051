import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Tag } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Device, Page as Listing } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { deviceName } from "~/kernel/session/deviceName";
import { wallTime } from "~/kernel/text/dates";
import { DataTable } from "~/ui/DataTable";
import { Panel } from "~/ui/Page";
import { profileWords } from "./messages";

const deviceKey = ["devices"] as const;

/** Where I am signed in. */
export function Devices() {
  const say = useSay(profileWords);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { act } = useAct();
  const devices = useQuery({
    queryKey: deviceKey,
    queryFn: ({ signal }) => api.get<Listing<Device>>("/session/devices", signal),
  });
  const items = devices.data?.items ?? [];

  async function end(path: string, question: string) {
    const sure = await modal.confirm({
      title: question,
      okText: say("signOutDevice"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(async () => {
      await api.delete(path, { said: say("signedOutDevice") });
      await queries.invalidateQueries({ queryKey: deviceKey });
    });
  }

  return (
    <Panel
      title={say("devices")}
      extra={
        items.length > 1 && (
          <Button onClick={() => end("/session/devices", say("signOutOthersSure"))}>
            {say("signOutOthers")}
          </Button>
        )
      }
    >
      <p className="quiet profile-text">{say("devicesText")}</p>
      <DataTable
        label={say("devices")}
        rows={items}
        rowKey={device => device.id}
        columns={[
          {
            key: "device",
            title: say("device"),
            lead: true,
            cell: device => (
              <span title={device.device}>
                {deviceName(device.device) || say("unknownDevice")}
                {device.current && (
                  <Tag variant="filled" color="blue" className="profile-mark">
                    {say("thisDevice")}
                  </Tag>
                )}
              </span>
            ),
          },
          { key: "address", title: say("networkAddress"), cell: device => device.address },
          {
            key: "since",
            title: say("signedInAt"),
            cell: device => <span className="number">{wallTime(device.createdAt)}</span>,
          },
          {
            key: "seen",
            title: say("lastSeen"),
            cell: device => <span className="number">{wallTime(device.lastSeenAt)}</span>,
          },
          {
            key: "end",
            title: <span className="sr-only">{say("actions")}</span>,
            cell: device =>
              !device.current && (
                <Button
                  type="text"
                  size="small"
                  danger
                  onClick={() =>
                    end(
                      `/session/devices/${device.id}`,
                      say("signOutDeviceSure", { device: deviceName(device.device) || say("unknownDevice") }),
                    )
                  }
                >
                  {say("signOutDevice")}
                </Button>
              ),
          },
        ]}
      />
    </Panel>
  );
}
