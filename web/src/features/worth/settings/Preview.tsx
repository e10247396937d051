import { Skeleton } from "antd";
import type { Worth, WorthTried } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { groupDigits } from "~/kernel/text/decimals";
import { DataTable } from "~/ui/DataTable";
import { Panel } from "~/ui/Page";
import { worthWords } from "./messages";
import { usePreview, type WorthDraft } from "./worth";

interface Props {
  object: string;
  draft: WorthDraft;
  reckoned: Worth["reckoned"];
}

/** How customers would fall into segments, before anything is saved. */
export function Preview({ object, draft, reckoned }: Props) {
  const say = useSay(worthWords);
  const tried = usePreview(object, draft);
  return (
    <Panel title={say("preview")} extra={<Reckoned reckoned={reckoned} />}>
      {draft.sources.length > 0 && tried.isPending && !tried.isError && <Skeleton active />}
      {tried.data && <Tried tried={tried.data} />}
    </Panel>
  );
}

function Tried({ tried: { cuts, segments } }: { tried: WorthTried }) {
  const say = useSay(worthWords);
  if (cuts.customers === 0) return <p aria-live="polite">{say("previewNone")}</p>;
  const spoken = (all: (string | null)[]) =>
    all
      .map((cut, at) => cut !== null && `${at + 2} ≙ ${groupDigits(cut)}`)
      .filter(Boolean)
      .reverse()
      .join(" · ");
  return (
    <>
      <p aria-live="polite">{say("previewText", { count: cuts.customers })}</p>
      <DataTable
        label={say("preview")}
        columns={[
          { key: "segment", title: say("segment"), lead: true, cell: each => each.label },
          {
            key: "customers",
            title: say("customers"),
            numeric: true,
            cell: each => groupDigits(String(each.customers)),
          },
          {
            key: "share",
            title: say("share"),
            numeric: true,
            cell: each => `${((each.customers / cuts.customers) * 100).toFixed(1)}%`,
          },
        ]}
        rows={segments}
        rowKey={each => each.segment}
      />
      <ul className="worth-cut-points" aria-label={say("cutPoints")}>
        <li>{say("cutR", { cuts: spoken(cuts.recency) })}</li>
        <li>{say("cutF", { cuts: spoken(cuts.frequency) })}</li>
        <li>{say("cutM", { cuts: spoken(cuts.monetary) })}</li>
      </ul>
    </>
  );
}

function Reckoned({ reckoned }: { reckoned: Worth["reckoned"] }) {
  const say = useSay(worthWords);
  if (!reckoned) return <span className="quiet">{say("never")}</span>;
  if (!reckoned.done) return <span className="quiet">{say("underWay")}</span>;
  return (
    <span className="quiet">{say("reckoned", { at: wallTime(reckoned.at), count: reckoned.customers })}</span>
  );
}
