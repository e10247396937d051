import type { BusinessObject } from "~/kernel/api/contract";
import { useObject } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { Link, useAddressState } from "~/kernel/navigation/navigation";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
import { PageSkeleton } from "~/ui/PageSkeleton";
import { ChooseFile } from "./ChooseFile";
import "./import.css";
import { useImport } from "./imports";
import { importWords } from "./messages";
import { Steps } from "./Steps";
import { Wizard } from "./Wizard";

/** Brings a sheet into an object: which import it is stands in the address, so it can be left and found again. */
export default function ImportPage({ params }: { params: Record<string, string> }) {
  const say = useSay(importWords);
  const object = useObject(params.object ?? "");
  if (!object?.verbs.import) {
    const label = object?.label ?? params.object ?? "";
    return (
      <EmptyState
        title={say("notAllowed", { object: label })}
        text={say("notAllowedText", { object: label })}
      />
    );
  }
  return (
    <Page
      title={say("title", { object: object.label })}
      text={say("text")}
      actions={<Link href="/imports">{say("pastImports")}</Link>}
    >
      <Content object={object} />
    </Page>
  );
}

function Content({ object }: { object: BusinessObject }) {
  const [address, change] = useAddressState();
  const id = /^\d+$/.test(address.import ?? "") ? Number(address.import) : null;
  const job = useImport(id);
  if (id === null) {
    return (
      <>
        <Steps current="file" />
        <ChooseFile object={object} onRead={read => change({ import: String(read.id) })} />
      </>
    );
  }
  if (!job.data) return <PageSkeleton />;
  return <Wizard key={`${id}/${job.data.file.sheet}`} object={object} job={job.data} />;
}
