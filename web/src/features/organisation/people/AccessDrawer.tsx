import { useQuery } from "@tanstack/react-query";
import { Drawer, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { api } from "~/kernel/api/api";
import type { AccessExplanation, User } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { AccessExplained } from "~/kernel/record/AccessExplained";
import { EmptyState } from "~/ui/EmptyState";
import { accessWords } from "./accessMessages";

/** Why a person may, and may not, do what with each object. */
export function AccessDrawer({ user, onClose }: { user: User; onClose: () => void }) {
  const say = useSay(accessWords);
  const objects = useCatalog().listed();
  const [object, setObject] = useState(objects[0]?.name ?? "");
  const answer = useQuery({
    queryKey: ["users", user.id, "access", object],
    queryFn: ({ signal }) =>
      api.get<AccessExplanation>(`/users/${user.id}/access?object=${encodeURIComponent(object)}`, signal),
  });
  return (
    <Drawer
      open
      title={say("accessOf", { name: user.name })}
      size={480}
      onClose={onClose}
      styles={{ wrapper: { maxWidth: "100vw" } }}
    >
      <p className="quiet">{say("accessText")}</p>
      <div className="access-objects">
        <Segmented
          aria-label={say("accessObject")}
          value={object}
          options={objects.map(({ name, label }) => ({ value: name, label }))}
          onChange={setObject}
        />
      </div>
      {answer.isPending && <Skeleton active />}
      {answer.isError && <EmptyState title={answer.error.message} />}
      {answer.data && <AccessExplained explanation={answer.data} />}
    </Drawer>
  );
}
