import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Modal, Skeleton } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Page, User, UserDevice } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { deviceName } from "~/kernel/session/deviceName";
import { wallTime } from "~/kernel/text/dates";
import { DataTable } from "~/ui/DataTable";
import { organisationWords } from "../messages";

/** Where somebody is signed in, and the way to end it. */
export function DevicesDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const say = useSay(organisationWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const path = `/users/${user.id}/sessions`;
  const queryKey = ["users", user.id, "sessions"];
  const devices = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<Page<UserDevice>>(path, signal),
  });
  const items = devices.data?.items ?? [];

  const end = (what: string) =>
    act(async () => {
      await api.delete(what, { said: say("signedOut") });
      await queries.invalidateQueries({ queryKey });
    });

  return (
    <Modal
      open
      width={720}
      title={say("devicesOf", { name: user.name })}
      onCancel={onClose}
      footer={[
        <Button key="all" danger disabled={items.length === 0} loading={busy} onClick={() => end(path)}>
          {say("signOutAll")}
        </Button>,
        <Button key="close" onClick={onClose}>
          {sayCommon("close")}
        </Button>,
      ]}
    >
      {devices.isPending ? (
        <Skeleton active />
      ) : (
        <DataTable
          label={say("devices")}
          rows={items}
          rowKey={device => device.id}
          empty={<p className="quiet">{say("noDevices")}</p>}
          columns={[
            {
              key: "device",
              title: say("devices"),
              lead: true,
              cell: ({ device }) => <span title={device}>{deviceName(device) || say("unknownDevice")}</span>,
            },
            { key: "address", title: say("networkAddress"), cell: ({ address }) => address },
            {
              key: "seen",
              title: say("lastSeen"),
              cell: ({ lastSeenAt }) => <span className="number">{wallTime(lastSeenAt)}</span>,
            },
            {
              key: "end",
              title: <span className="sr-only">{say("signOutDevice")}</span>,
              cell: ({ id }) => (
                <Button type="text" size="small" danger onClick={() => end(`${path}/${id}`)}>
                  {say("signOutDevice")}
                </Button>
              ),
            },
          ]}
        />
      )}
    </Modal>
  );
}
