import { MoreOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown, Input, Segmented, Skeleton } from "antd";
import { useCallback, useMemo, useState } from "react";
import { useAct, useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { BusinessObject } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useLeaveGuard } from "~/kernel/forms/useLeaveGuard";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { Link, useGo } from "~/kernel/navigation/navigation";
import { layoutsKey } from "~/kernel/papers/layouts";
import { useSession } from "~/kernel/session/session";
import { wallTime } from "~/kernel/text/dates";
import { EmptyState } from "~/ui/EmptyState";
import { FormRow } from "~/ui/FormRow";
import { Page } from "~/ui/Page";
import { useNarrow } from "~/ui/useNarrow";
import { Blocks } from "./Blocks";
import { LayoutState } from "./LayoutsPage";
import { type Content, namesOf, type PaperLayoutWhole, type Placed, useLayout } from "./layouts";
import { MergeInput } from "./MergeInput";
import { papersWords } from "./messages";
import { Preview } from "./Preview";
import { WordForm } from "./WordForm";
import "~/kernel/fields/richText/rich-text.css";
import "./papers.css";

/** One layout: its blocks, and beside them what they make of a record. */
export default function LayoutPage({ params }: { params: Record<string, string> }) {
  const say = useSay(papersWords);
  const { administrator } = useSession().user;
  const catalog = useCatalog();
  const layout = useLayout(params.id ?? "");
  if (!administrator) return <EmptyState title={say("administratorsOnly")} />;
  if (layout.isPending) return <Skeleton active />;
  const object = catalog.find(layout.data?.layout.object ?? "");
  if (!layout.data || !object) {
    return (
      <EmptyState title={say("missing")}>
        <Link href="/settings/paper-layouts">{say("back")}</Link>
      </EmptyState>
    );
  }
  return <Editor key={layout.data.layout.id} whole={layout.data} object={object} />;
}

const placed = (content: Content): Placed[] => content.blocks.map((block, key) => ({ key, block }));

function Editor({ whole, object }: { whole: PaperLayoutWhole; object: BusinessObject }) {
  const say = useSay(papersWords);
  const sayCommon = useSay(common);
  const go = useGo();
  const queries = useQueryClient();
  const catalog = useCatalog();
  const narrow = useNarrow();
  const { modal, message } = App.useApp();
  const { busy, act } = useAct();
  const refusalText = useRefusalText();
  const { layout, editions } = whole;
  const stored = whole.content as Content;
  const [name, setName] = useState(layout.name);
  const [blocks, setBlocks] = useState(() => placed(stored));
  const [foot, setFoot] = useState(stored.foot ?? "");
  const [errors, setErrors] = useState<Record<string, string>>(() =>
    Object.fromEntries(whole.faults.map(fault => [fault.field, fault.message])),
  );
  const [refusal, setRefusal] = useState<unknown>(null);
  const [shown, setShown] = useState<"edit" | "look">("edit");
  const content = useMemo(() => ({ blocks: blocks.map(each => each.block), foot }), [blocks, foot]);
  const word = blocks.map(each => each.block).find(block => block.kind === "word");
  const dirty = name.trim() !== layout.name || !same(content, stored);
  const names = useMemo(
    () => namesOf(catalog, object, { company: say("company"), today: say("today"), own: say("ownFields") }),
    [catalog, object, say],
  );
  useLeaveGuard(dirty);
  const told = useCallback((next: Record<string, string>) => setErrors(next), []);

  function keep(next: PaperLayoutWhole) {
    queries.setQueryData([...layoutsKey, "one", String(layout.id)], next);
    const kept = next.content as Content;
    if (!same(kept, content)) {
      setBlocks(placed(kept));
      setFoot(kept.foot ?? "");
    }
    setName(next.layout.name);
    void queries.invalidateQueries({ queryKey: [...layoutsKey, "all"] });
    void queries.invalidateQueries({ queryKey: [...layoutsKey, "offered"] });
  }

  async function change(values: object, said: string | null): Promise<PaperLayoutWhole | null> {
    setRefusal(null);
    try {
      const next = await api.patch<PaperLayoutWhole>(
        `/paper-layouts/${layout.id}`,
        { version: layout.version, ...values },
        { said },
      );
      keep(next);
      return next;
    } catch (cause) {
      setRefusal(cause);
      if (cause instanceof Problem) setErrors(cause.byField());
      return null;
    }
  }

  const save = () => change({ name: name.trim(), content }, say("saved"));

  async function publish() {
    const saved = dirty ? await change({ name: name.trim(), content }, null) : whole;
    if (!saved) return;
    await act(async () => {
      const next = await api.post<PaperLayoutWhole>(
        `/paper-layouts/${layout.id}/publish`,
        { version: saved.layout.version },
        { said: null },
      );
      keep(next);
      void message.success(say("published", { number: next.layout.edition ?? 1 }));
    });
  }

  async function remove() {
    const sure = await modal.confirm({
      title: say("deleteSure", { name: layout.name }),
      okText: sayCommon("delete"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    const gone = await act(() =>
      api.delete(`/paper-layouts/${layout.id}`, { said: say("deleted", { name: layout.name }) }),
    );
    if (gone) {
      await queries.invalidateQueries({ queryKey: [...layoutsKey, "all"] });
      go("/settings/paper-layouts");
    }
  }

  async function takeBack(number: number) {
    await act(async () => {
      const edition = await api.get<Content>(`/paper-layouts/${layout.id}/editions/${number}`);
      const next = Math.max(0, ...blocks.map(each => each.key)) + 1;
      setBlocks(edition.blocks.map((block, index) => ({ key: next + index, block })));
      setFoot(edition.foot);
      void message.info(say("takenBack", { number }));
    });
  }

  const menu = [
    layout.edition !== null &&
      layout.active && {
        key: "standard",
        label: say(layout.standard ? "noStandard" : "makeStandard"),
        onClick: () => void change({ standard: !layout.standard }, say("saved")),
      },
    {
      key: "active",
      label: say(layout.active ? "putOff" : "putOn"),
      onClick: () =>
        void change({ active: !layout.active, ...(layout.active && { standard: false }) }, say("saved")),
    },
    layout.edition === null && {
      key: "delete",
      label: sayCommon("delete"),
      danger: true,
      onClick: () => void remove(),
    },
  ].filter(item => item !== false);

  const message1 =
    refusal === null ? null : (errors.name ?? Object.values(errors)[0] ?? refusalText(refusal));
  const editing = (
    <div className="paper-editing">
      <FormRow id="paper-name" label={say("name")} required error={errors.name}>
        <Input id="paper-name" value={name} maxLength={200} onChange={event => setName(event.target.value)} />
      </FormRow>
      {word ? (
        <WordForm
          object={object}
          word={word}
          names={names}
          errors={Object.values(errors)}
          onChange={next => setBlocks(placed({ blocks: [next], foot: "" }))}
        />
      ) : (
        <>
          <Blocks object={object} blocks={blocks} names={names} errors={errors} onChange={setBlocks} />
          <FormRow id="paper-foot" label={say("foot")} help={say("footHelp")} error={errors["content.foot"]}>
            <MergeInput id="paper-foot" value={foot} names={names} onChange={setFoot} />
          </FormRow>
        </>
      )}
      <section aria-labelledby="paper-editions" className="paper-editions">
        <h3 id="paper-editions">{say("editions")}</h3>
        {editions.length === 0 && <p className="quiet">{say("noEditions")}</p>}
        <ul>
          {editions.map(edition => (
            <li key={edition.number}>
              <span>
                {say("edition", { number: edition.number })}{" "}
                <span className="quiet">
                  {say("by", { name: edition.by ?? "", at: wallTime(edition.at) })}
                </span>
              </span>
              <Button size="small" type="link" onClick={() => void takeBack(edition.number)}>
                {say("takeBack")}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
  const looking = <Preview object={object} content={content} onErrors={told} />;

  return (
    <Page
      title={`${object.label} · ${layout.name}`}
      text={
        <>
          <Link href="/settings/paper-layouts">{say("back")}</Link> <LayoutState layout={layout} />
        </>
      }
      actions={
        <>
          <Button disabled={!dirty || !name.trim()} onClick={() => void save()}>
            {say("save")}
          </Button>
          <Button
            type="primary"
            loading={busy}
            disabled={!dirty && !layout.changed}
            onClick={() => void publish()}
          >
            {say("publish")}
          </Button>
          <Dropdown trigger={["click"]} menu={{ items: menu }}>
            <Button icon={<MoreOutlined aria-hidden />} aria-label={say("more")} />
          </Dropdown>
        </>
      }
    >
      {message1 && (
        <p className="form-row-error" role="alert">
          {message1}
        </p>
      )}
      {narrow && (
        <Segmented
          block
          value={shown}
          options={[
            { value: "edit", label: say("edit") },
            { value: "look", label: say("look") },
          ]}
          onChange={setShown}
        />
      )}
      <div className="paper-layout">
        {(!narrow || shown === "edit") && editing}
        {(!narrow || shown === "look") && looking}
      </div>
    </Page>
  );
}

/** Whether two contents say the same; what a clause and a Word file say is told by which they are. */
function same(one: Content, other: Content): boolean {
  return JSON.stringify(said(one)) === JSON.stringify(said(other));
}

function said({ blocks, foot }: Content) {
  return [
    foot ?? "",
    ...blocks.map(block =>
      block.kind === "clause"
        ? ["clause", block.clause]
        : block.kind === "word"
          ? ["word", block.file]
          : Object.entries(block).sort(([one], [another]) => one.localeCompare(another)),
    ),
  ];
}
