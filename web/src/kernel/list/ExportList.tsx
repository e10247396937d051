import { ExportOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useNarrow } from "~/ui/useNarrow";
import { shownColumns } from "./columns";
import { listWords } from "./messages";
import type { ArrangedList } from "./useArrangement";

const ExportDialog = lazy(() => import("~/kernel/exports/ExportDialog"));

/** What the list shows, as a file. */
export function ExportList({ object, list }: { object: BusinessObject; list: ArrangedList }) {
  const say = useSay(listWords);
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const { filter, sort, columns } = list.arrangement;
  const search = list.search.trim();
  if (!object.verbs.export) return null;
  return (
    <>
      <Button
        icon={<ExportOutlined aria-hidden />}
        aria-label={say("exportList")}
        onClick={() => setOpen(true)}
      >
        {narrow ? null : say("exportList")}
      </Button>
      {open && (
        <Suspense>
          <ExportDialog
            object={object}
            columns={shownColumns(object, columns).map(column => column.field.name)}
            sort={sort}
            target={async () => ({ ...(filter ? { filter } : {}), ...(search ? { search } : {}) })}
            filter={filter}
            search={search}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
