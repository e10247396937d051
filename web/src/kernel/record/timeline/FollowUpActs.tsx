import { DeleteOutlined, EditOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { deleteRecord, mayChange, refreshRecords } from "~/kernel/records/records";
import { recordWords } from "../messages";

const EditDialog = lazy(() => import("~/kernel/forms/EditDialog"));

/** Changes or deletes a follow-up where it is told, for as long as that is allowed. */
export function FollowUpActs({ definition, activity }: { definition: BusinessObject; activity: RecordData }) {
  const say = useSay(recordWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { act } = useAct();
  const [editing, setEditing] = useState(false);

  async function remove() {
    const sure = await modal.confirm({
      title: say("deleteFollowUpAsk"),
      content: say("deleteNote"),
      okText: sayCommon("delete"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(async () => {
      await deleteRecord(definition.name, activity, { said: say("deletedFollowUp") });
      await refreshRecords(queries);
    });
  }

  return (
    <span className="entry-acts">
      {definition.verbs.edit && mayChange(activity, "edit") && (
        <Button
          type="text"
          size="small"
          icon={<EditOutlined aria-hidden />}
          aria-label={say("editFollowUp")}
          title={say("editFollowUp")}
          onClick={() => setEditing(true)}
        />
      )}
      {definition.verbs.delete && mayChange(activity, "delete") && (
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={say("deleteFollowUp")}
          title={say("deleteFollowUp")}
          onClick={() => void remove()}
        />
      )}
      {editing && (
        <Suspense>
          <EditDialog
            object={definition}
            record={activity}
            onClose={() => setEditing(false)}
            onSaved={() => setEditing(false)}
          />
        </Suspense>
      )}
    </span>
  );
}
