import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Modal, Skeleton, Tag } from "antd";
import { useState } from "react";
import { api } from "~/kernel/api/api";
import type { Page } from "~/kernel/api/contract";
import type { components } from "~/kernel/api/wire";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { type Seal, sealsKey, useSeals } from "~/kernel/signing/seals";
import { wallTime } from "~/kernel/text/dates";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { sealWords } from "./messages";
import { BringSeal, ChangeSeal, DrawSeal } from "./SealDialogs";

type SealUse = components["schemas"]["SealUse"];
type Doing = { what: "draw" | "bring" } | { what: "change" | "uses"; seal: Seal };

/** The company's seals, who holds them, and what was sealed. */
export function SealsPart() {
  const say = useSay(sealWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [doing, setDoing] = useState<Doing | null>(null);
  const answer = useSeals();
  const close = () => setDoing(null);
  const saved = async () => {
    void message.success(say("added"));
    await queries.invalidateQueries({ queryKey: sealsKey });
  };
  const acts = (
    <>
      <Button onClick={() => setDoing({ what: "draw" })}>{say("draw")}</Button>
      <Button onClick={() => setDoing({ what: "bring" })}>{say("bring")}</Button>
    </>
  );
  return (
    <section className="seals" aria-label={say("seals")}>
      <h3>{say("seals")}</h3>
      <p className="quiet">{say("sealsHelp")}</p>
      {answer.isPending && <Skeleton active paragraph={{ rows: 2 }} title={false} />}
      {answer.data?.items.length === 0 && (
        <EmptyState title={say("none")} text={say("noneNext")}>
          {acts}
        </EmptyState>
      )}
      <ul>
        {answer.data?.items.map(seal => (
          <li key={seal.id} className="seal" data-active={seal.active}>
            <img src={`/api/signing/seals/${seal.id}/picture`} alt={say("sealOf", { name: seal.name })} />
            <div>
              <strong>{seal.name}</strong> {!seal.active && <Tag>{say("inactive")}</Tag>}
              <div className="quiet">
                {say("size", { width: seal.millimetres })} · {say("uses", { count: seal.uses })}
              </div>
              <div>
                {say("holders")}：
                {seal.holders.map(holder => holder.name).join("、") || (
                  <span className="quiet">{say("noHolders")}</span>
                )}
              </div>
              <Button type="link" size="small" onClick={() => setDoing({ what: "change", seal })}>
                {say("edit")}
              </Button>
              <Button type="link" size="small" onClick={() => setDoing({ what: "uses", seal })}>
                {say("record")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {answer.data && answer.data.items.length > 0 && <div className="settings-line">{acts}</div>}
      {doing?.what === "draw" && <DrawSeal onSaved={saved} onClose={close} />}
      {doing?.what === "bring" && <BringSeal onSaved={saved} onClose={close} />}
      {doing?.what === "change" && <ChangeSeal seal={doing.seal} onSaved={saved} onClose={close} />}
      {doing?.what === "uses" && <Uses seal={doing.seal} onClose={close} />}
    </section>
  );
}

function Uses({ seal, onClose }: { seal: Seal; onClose: () => void }) {
  const say = useSay(sealWords);
  const answer = useQuery({
    queryKey: [...sealsKey, seal.id, "uses"],
    queryFn: ({ signal }) => api.get<Page<SealUse>>(`/signing/seals/${seal.id}/uses`, signal),
  });
  return (
    <Modal open title={`${say("record")}：${seal.name}`} footer={null} width={640} onCancel={onClose}>
      <DataTable<SealUse>
        label={say("record")}
        rows={answer.data?.items ?? []}
        rowKey={use => use.at}
        empty={answer.data && <EmptyState title={say("uses", { count: 0 })} />}
        columns={[
          { key: "at", title: say("at"), cell: use => <span className="number">{wallTime(use.at)}</span> },
          { key: "by", title: say("by"), cell: use => use.person },
          {
            key: "on",
            title: say("on"),
            lead: true,
            cell: use => <Link href={addressOf.record(use.object, use.record)}>{use.title}</Link>,
          },
        ]}
      />
    </Modal>
  );
}
