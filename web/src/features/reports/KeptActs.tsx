import { MoreOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { KeepDialog } from "./KeepDialog";
import { type Kept, type KeptKind, useKeeping } from "./kept";
import { reportWords } from "./messages";
import { useSendingEntry } from "./sending/useSendingEntry";

/** What can be done with one of a list: to change it only by whom it belongs to, to have it sent by anybody. */
export function KeptActs({ kind, kept }: { kind: KeptKind; kept: Kept }) {
  const say = useSay(reportWords);
  const sayCommon = useSay(common);
  const { act } = useAct();
  const keeping = useKeeping(kind);
  const sending = useSendingEntry(kind, kept);
  const [renaming, setRenaming] = useState(false);
  return (
    <>
      <Dropdown
        trigger={["click"]}
        placement="bottomRight"
        menu={{
          items: [
            ...sending.entries,
            ...(kept.changeable
              ? [
                  { key: "rename", label: say("rename"), onClick: () => setRenaming(true) },
                  {
                    key: "share",
                    label: say(kept.shared ? "unshare" : "share"),
                    onClick: () => void act(() => keeping.change(kept, { shared: !kept.shared })),
                  },
                  {
                    key: "delete",
                    danger: true,
                    label: sayCommon("delete"),
                    onClick: () => void keeping.remove(kept),
                  },
                ]
              : []),
          ],
        }}
      >
        <Button
          type="text"
          size="small"
          icon={<MoreOutlined aria-hidden />}
          aria-label={say("actions", { name: kept.name })}
        />
      </Dropdown>
      {sending.dialog}
      {renaming && (
        <KeepDialog
          title={say("rename")}
          initial={kept}
          onSave={async naming => {
            await keeping.change(kept, naming);
          }}
          onClose={() => setRenaming(false)}
        />
      )}
    </>
  );
}
