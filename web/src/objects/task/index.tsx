import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import type { Overrides } from "~/kernel/overrides/overrides";

const Checklist = lazy(() => import("./Checklist"));

/** A task shows its checklist beside its details, to be ticked in place. */
const task: Overrides = {
  Aside: props => (
    <Suspense fallback={<Skeleton active />}>
      <Checklist {...props} />
    </Suspense>
  ),
};

export default task;
