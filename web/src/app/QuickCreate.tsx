import { lazy, Suspense } from "react";
import type { BusinessObject } from "~/kernel/api/contract";
import { addressOf, useGo } from "~/kernel/navigation/navigation";

const CreateDialog = lazy(() => import("~/kernel/forms/CreateDialog"));

/** Makes a record from anywhere, then opens it. */
export function QuickCreate({ object, onClose }: { object: BusinessObject; onClose: () => void }) {
  const go = useGo();
  return (
    <Suspense>
      <CreateDialog
        object={object}
        repeatable
        onClose={onClose}
        onCreated={record => {
          onClose();
          go(addressOf.record(object.name, record.id));
        }}
      />
    </Suspense>
  );
}
