import { useQueryClient } from "@tanstack/react-query";
import { Button, Skeleton, Tabs } from "antd";
import { lazy, type ReactNode, Suspense, useEffect } from "react";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link, useAddressState } from "~/kernel/navigation/navigation";
import { useDocumentLines, useOverrides } from "~/kernel/overrides/overrides";
import { useRecord } from "~/kernel/records/records";
import { editionFields } from "~/kernel/redline/editions";
import { isConnected } from "~/kernel/relations/connections";
import { relationWords } from "~/kernel/relations/messages";
import { EmptyState } from "~/ui/EmptyState";
import { useMedia } from "~/ui/useMedia";
import { Changes } from "./Changes";
import { Details } from "./Details";
import { Files } from "./files/Files";
import { recordWords } from "./messages";
import { Overview } from "./overview/Overview";
import { poolWords } from "./pool/messages";
import { Owners } from "./pool/Owners";
import { PoolLine } from "./pool/PoolLine";
import { RecordHeader } from "./RecordHeader";
import { RelatedList } from "./related/RelatedList";
import { relationsOf } from "./related/relations";
import { StagePath } from "./stages/StagePath";
import { storyQuery } from "./timeline/story";
import { Timeline } from "./timeline/Timeline";
import "./record.css";

const ApprovalTab = lazy(() => import("~/kernel/approvals/ApprovalTab"));
const CompareTab = lazy(() => import("~/kernel/redline/CompareTab"));
const SentTab = lazy(() => import("~/kernel/sending/SentTab"));
const SigningTab = lazy(() => import("~/kernel/signing/SigningTab"));
const RelationsTab = lazy(() => import("~/kernel/relations/RelationsTab"));

interface Props {
  object: BusinessObject;
  id: number;
  place: "page" | "panel" | "phone";
  onGo: (id: number) => void;
  /** The record is deleted: there is nothing to stay for. */
  onGone: () => void;
  onClose?: () => void;
}

/** One record: who it is, what one may do with it, and everything about it in tabs. */
export function RecordView(props: Props) {
  const { object, id, place } = props;
  const say = useSay(recordWords);
  const sayCommon = useSay(common);
  const answer = useRecord(object.name, id);
  usePrefetchedStory(object.name, id, place === "page");
  const record = answer.data;
  const nameOf = useNameOf(object);
  const name = record && nameOf(record);
  useEffect(() => {
    if (name && place !== "panel") document.title = name;
  }, [name, place]);

  // A merged record leads on to the one it went into; its old address goes on working.
  const survivor =
    answer.error instanceof Problem
      ? (answer.error.body.mergedInto as { id: number } | undefined)?.id
      : undefined;
  const { onGo } = props;
  useEffect(() => {
    if (survivor !== undefined) onGo(survivor);
  }, [survivor, onGo]);

  if (answer.isPending || survivor !== undefined) {
    return (
      <div className="record" data-place={place}>
        <Skeleton active className="record-bone" paragraph={{ rows: 8 }} />
      </div>
    );
  }
  if (!record) {
    const missing = answer.error instanceof Problem && [403, 404].includes(answer.error.status);
    return (
      <div className="record" data-place={place}>
        <EmptyState
          title={missing ? say("missing", { name: object.label }) : answer.error?.message}
          text={missing && say("missingNext")}
        >
          {missing ? (
            <Link href={addressOf.list(object.name)}>{say("backToList", { name: object.plural })}</Link>
          ) : (
            <Button onClick={() => void answer.refetch()}>{sayCommon("retry")}</Button>
          )}
          {props.onClose && <Button onClick={props.onClose}>{sayCommon("close")}</Button>}
        </EmptyState>
      </div>
    );
  }
  return <Loaded {...props} record={record} />;
}

interface Tab {
  key: string;
  label: ReactNode;
  children: ReactNode;
}

function Loaded({ object, record, place, onGo, onGone, onClose }: Props & { record: RecordData }) {
  const say = useSay(recordWords);
  const catalog = useCatalog();
  const { Headline, Aside, tabs: ownTabs = [] } = useOverrides(object.name);
  const [address, setAddress] = useAddressState();
  const wide = useMedia("(min-width: 1180px)") && place === "page";
  const details = (
    <>
      {Aside && <Aside object={object} record={record} />}
      <Details object={object} record={record} />
    </>
  );
  const shared = useSharedTabs(object, record);
  const firstTabs = new Set([
    "timeline",
    ...object.relations.filter(relation => relation.lines).map(relation => relation.name),
  ]);
  const tabs: Tab[] = [
    ...(wide ? [] : [{ key: "details", label: say("details"), children: details }]),
    ...shared.filter(tab => firstTabs.has(tab.key)),
    ...ownTabs
      .filter(({ of }) => of === undefined || catalog.find(of)?.verbs.read)
      .map(({ key, label, Content }) => ({
        key,
        label,
        children: <Content object={object} record={record} />,
      })),
    ...shared.filter(tab => !firstTabs.has(tab.key)),
  ];
  const shown = tabs.some(tab => tab.key === address.tab) ? address.tab : tabs[0]?.key;

  return (
    <article className="record" data-place={place}>
      <RecordHeader
        object={object}
        record={record}
        place={place}
        onGo={onGo}
        onGone={onGone}
        onClose={onClose}
      />
      {object.capabilities.includes("pipelined") && <StagePath object={object} record={record} />}
      {object.capabilities.includes("pooled") && <PoolLine object={object} record={record} />}
      {place !== "panel" && <Overview object={object} record={record} />}
      {Headline && <Headline object={object} record={record} />}
      <div className="record-body" data-wide={wide}>
        {wide && <div className="record-side">{details}</div>}
        <Tabs
          className="record-tabs"
          tabBarGutter={0}
          destroyOnHidden
          activeKey={shown}
          items={tabs}
          onChange={key => setAddress({ tab: key === tabs[0]?.key ? null : key }, { replace: true })}
        />
      </div>
    </article>
  );
}

/** Where the story is in sight at once, it is asked for together with the record and not after it. */
function usePrefetchedStory(object: string, id: number, inSight: boolean) {
  const queries = useQueryClient();
  useEffect(() => {
    if (inSight) void queries.prefetchInfiniteQuery(storyQuery(object, id));
  }, [queries, object, id, inSight]);
}

/** The tabs any record may have, by what its object is capable of. */
function useSharedTabs(object: BusinessObject, record: RecordData): Tab[] {
  const say = useSay(recordWords);
  const sayRelations = useSay(relationWords);
  const sayPool = useSay(poolWords);
  const catalog = useCatalog();
  const Lines = useDocumentLines(object);
  const can = (capability: string) => object.capabilities.includes(capability);
  const relations = relationsOf(catalog, object);
  return [
    ...relations
      .filter(relation => relation.lines && Lines)
      .map(relation => ({
        key: relation.name,
        label: relation.label,
        children: Lines && <Lines.Tab object={object} record={record} />,
      })),
    {
      key: "timeline",
      label: say("timeline"),
      children: <Timeline object={object} record={record} />,
    },
    ...(isConnected(catalog, object)
      ? [
          {
            key: "network",
            label: sayRelations("tab"),
            children: (
              <Suspense>
                <RelationsTab object={object} record={record} />
              </Suspense>
            ),
          },
        ]
      : []),
    ...relations
      .filter(relation => !relation.lines || !Lines)
      .map(relation => ({
        key: relation.name,
        label: relation.label,
        children: <RelatedList object={object} record={record} relation={relation} />,
      })),
    ...(can("approved")
      ? [
          {
            key: "approval",
            label: say("approval"),
            children: (
              <Suspense>
                <ApprovalTab object={object} record={record} />
              </Suspense>
            ),
          },
        ]
      : []),
    ...(can("signed")
      ? [
          {
            key: "signing",
            label: say("signing"),
            children: (
              <Suspense>
                <SigningTab object={object} record={record} />
              </Suspense>
            ),
          },
        ]
      : []),
    ...(can("printed")
      ? [
          {
            key: "sent",
            label: say("sentPapers"),
            children: (
              <Suspense>
                <SentTab object={object} record={record} />
              </Suspense>
            ),
          },
        ]
      : []),
    ...(can("attached")
      ? [{ key: "files", label: say("files"), children: <Files object={object} record={record} /> }]
      : []),
    ...(can("pooled")
      ? [{ key: "owners", label: sayPool("owners"), children: <Owners object={object} record={record} /> }]
      : []),
    ...(editionFields(object).length > 0
      ? [
          {
            key: "compare",
            label: say("compare"),
            children: (
              <Suspense>
                <CompareTab object={object} record={record} />
              </Suspense>
            ),
          },
        ]
      : []),
    { key: "changes", label: say("changes"), children: <Changes object={object} record={record} /> },
  ];
}
