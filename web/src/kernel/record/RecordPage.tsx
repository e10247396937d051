import { useEffect } from "react";
import type { BusinessObject } from "~/kernel/api/contract";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { useNarrow } from "~/ui/useNarrow";
import { RecordView } from "./RecordView";
import { neighbours, useTrail } from "./trail";
import { useSteps } from "./useSteps";

/** One record as a page of its own. */
export default function RecordPage({ object, id }: { object: BusinessObject; id: number }) {
  const go = useGo();
  const narrow = useNarrow();
  const trail = useTrail(object.name);
  const { before, after } = neighbours(trail, id);
  const goTo = (next: number) => go(addressOf.record(object.name, next), { replace: true });
  useSteps(before, after, goTo);
  useEffect(() => {
    document.title = object.label;
  }, [object.label]);
  return (
    <div className="record-page">
      <RecordView
        object={object}
        id={id}
        place={narrow ? "phone" : "page"}
        onGo={goTo}
        onGone={() => go(trail?.address ?? addressOf.list(object.name))}
      />
    </div>
  );
}
