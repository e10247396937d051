import { lazy, Suspense } from "react";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import type { CommandProps, Overrides } from "~/kernel/overrides/overrides";
import { leadWords } from "./messages";

const ConvertDialog = lazy(() => import("./convert/ConvertDialog"));
const PasteHelp = lazy(() => import("./PasteHelp"));
const RoutingTab = lazy(() => import("./RoutingTab"));
const SubmissionsTab = lazy(() => import("./SubmissionsTab"));

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** A lead shows what it came from, and what it would become before it is converted. */
const lead: Overrides = {
  CreateHelp: props => (
    <Suspense>
      <PasteHelp {...props} />
    </Suspense>
  ),
  tabs: [
    {
      key: "submissions",
      label: <Word of="submissions" />,
      Content: (props: Props) => (
        <Suspense>
          <SubmissionsTab {...props} />
        </Suspense>
      ),
    },
    {
      key: "routing",
      label: <Word of="routing" />,
      Content: (props: Props) => (
        <Suspense>
          <RoutingTab {...props} />
        </Suspense>
      ),
    },
  ],
  commands: {
    convert: (props: CommandProps) => (
      <Suspense>
        <ConvertDialog {...props} />
      </Suspense>
    ),
  },
};

function Word({ of }: { of: "submissions" | "routing" }) {
  return useSay(leadWords)(of);
}

export default lead;
