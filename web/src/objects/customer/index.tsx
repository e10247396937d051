import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import type { Overrides } from "~/kernel/overrides/overrides";
import { customerWords } from "./messages";

const CustomerAside = lazy(() => import("./CustomerAside"));
const PortraitTab = lazy(() => import("./portrait/PortraitTab"));
const GroupTab = lazy(() => import("./group/GroupTab"));
const ExpensesTab = lazy(() => import("./expenses/ExpensesTab"));
const DecisionTab = lazy(() => import("./decision/DecisionTab"));

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** A customer shows its people and addresses without a further click, its portrait, group and who decides in tabs. */
const customer: Overrides = {
  Aside: (props: Props) => (
    <Suspense fallback={<Skeleton active />}>
      <CustomerAside {...props} />
    </Suspense>
  ),
  tabs: [
    {
      key: "portrait",
      label: <Word of="portrait" />,
      Content: (props: Props) => (
        <Suspense>
          <PortraitTab {...props} />
        </Suspense>
      ),
    },
    {
      key: "group",
      label: <Word of="group" />,
      Content: (props: Props) => (
        <Suspense>
          <GroupTab {...props} />
        </Suspense>
      ),
    },
    {
      key: "decision",
      label: <Word of="decisionMap" />,
      Content: (props: Props) => (
        <Suspense>
          <DecisionTab {...props} />
        </Suspense>
      ),
    },
    {
      key: "expenses",
      label: <Word of="expenses" />,
      of: "expense",
      Content: (props: Props) => (
        <Suspense>
          <ExpensesTab {...props} />
        </Suspense>
      ),
    },
  ],
};

function Word({ of }: { of: "portrait" | "group" | "decisionMap" | "expenses" }) {
  return useSay(customerWords)(of);
}

export default customer;
