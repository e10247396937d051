import { lazy, Suspense } from "react";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import type { CommandProps, Overrides } from "~/kernel/overrides/overrides";
import { leadWords } from "./messages";

const ConvertDialog = lazy(() => import("./convert/ConvertDialog"));
const PasteHelp = lazy(() => import("./PasteHelp"));
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
      label: <Word />,
      Content: (props: Props) => (
        <Suspense>
          <SubmissionsTab {...props} />
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

function Word() {
  return useSay(leadWords)("submissions");
}

export default lead;
