import { PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Input, Select, Skeleton, Tag } from "antd";
import { useId, useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import { useSay } from "~/kernel/i18n/language";
import { Link, useGo } from "~/kernel/navigation/navigation";
import { layoutsKey } from "~/kernel/papers/layouts";
import { useSession } from "~/kernel/session/session";
import { wallTime } from "~/kernel/text/dates";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { FormRow } from "~/ui/FormRow";
import { Page } from "~/ui/Page";
import { type PaperLayout, type PaperLayoutWhole, useLayouts, type WordLayout } from "./layouts";
import { papersWords } from "./messages";
import { WordUpload } from "./WordUpload";
import "./papers.css";

/** Stands among the ids of layouts for a file that is yet to be brought. */
const WORD = -1;

/** The layouts that the company has made of its papers. */
export default function LayoutsPage() {
  const say = useSay(papersWords);
  const { administrator } = useSession().user;
  if (!administrator) return <EmptyState title={say("administratorsOnly")} />;
  return <Layouts />;
}

function Layouts() {
  const say = useSay(papersWords);
  const layouts = useLayouts();
  const [adding, setAdding] = useState(false);
  const objects = layouts.data?.objects ?? [];
  const columns: DataColumn<PaperLayout>[] = [
    {
      key: "name",
      title: say("name"),
      lead: true,
      cell: layout => (
        <>
          <Link href={`/settings/paper-layouts/${layout.id}`}>{layout.name}</Link>{" "}
          {layout.word && <Tag variant="filled">Word</Tag>}
          {layout.standard && <Tag variant="filled">{say("standard")}</Tag>}
        </>
      ),
    },
    {
      key: "object",
      title: say("object"),
      cell: layout => objects.find(({ object }) => object === layout.object)?.label ?? layout.object,
    },
    { key: "state", title: say("state"), cell: layout => <LayoutState layout={layout} /> },
    {
      key: "changedAt",
      title: say("changedAt"),
      cell: layout => say("by", { name: layout.updatedBy ?? "", at: wallTime(layout.updatedAt) }),
    },
  ];
  return (
    <Page
      title={say("papers")}
      text={say("papersText")}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {say("add")}
        </Button>
      }
    >
      {layouts.isPending ? (
        <Skeleton active />
      ) : (
        <DataTable
          label={say("papers")}
          columns={columns}
          rows={layouts.data?.items ?? []}
          rowKey={layout => layout.id}
          empty={<EmptyState title={say("none")} text={say("noneText")} />}
        />
      )}
      {adding && (
        <NewLayout objects={objects} present={layouts.data?.items ?? []} onClose={() => setAdding(false)} />
      )}
    </Page>
  );
}

export function LayoutState({ layout }: { layout: PaperLayout }) {
  const say = useSay(papersWords);
  return (
    <>
      {!layout.active && <Tag variant="filled">{say("off")}</Tag>}
      {layout.edition === null ? (
        <Tag variant="filled">{say("draft")}</Tag>
      ) : (
        <Tag variant="filled" color={layout.active ? "green" : undefined}>
          {say("edition", { number: layout.edition })}
        </Tag>
      )}
      {layout.edition !== null && layout.changed && (
        <Tag variant="filled" color="orange">
          {say("changed")}
        </Tag>
      )}
    </>
  );
}

interface NewProps {
  objects: { object: string; label: string }[];
  present: PaperLayout[];
  onClose: () => void;
}

function NewLayout({ objects, present, onClose }: NewProps) {
  const say = useSay(papersWords);
  const id = useId();
  const go = useGo();
  const queries = useQueryClient();
  const [object, setObject] = useState(objects[0]?.object ?? "");
  const [name, setName] = useState("");
  const [from, setFrom] = useState<number | null>(null);
  const [word, setWord] = useState<WordLayout | null>(null);
  const byWord = from === WORD;
  return (
    <FormDialog
      title={say("add")}
      okText={say("create")}
      ready={name.trim() !== "" && object !== "" && (!byWord || word !== null)}
      onSave={async () => {
        const made = await api.post<PaperLayoutWhole>(
          "/paper-layouts",
          { object, name: name.trim(), ...(byWord ? { word: word?.file } : { from }) },
          { said: say("created", { name: name.trim() }) },
        );
        await queries.invalidateQueries({ queryKey: layoutsKey });
        go(`/settings/paper-layouts/${made.layout.id}`);
      }}
      onClose={onClose}
    >
      {errors => (
        <>
          <FormRow id={`${id}-object`} label={say("object")} error={errors.object}>
            <Select
              id={`${id}-object`}
              value={object}
              options={objects.map(each => ({ value: each.object, label: each.label }))}
              onChange={value => {
                setObject(value);
                setWord(null);
                if (!byWord) setFrom(null);
              }}
              style={{ width: "100%" }}
            />
          </FormRow>
          <FormRow id={`${id}-name`} label={say("name")} required error={errors.name}>
            <Input
              id={`${id}-name`}
              value={name}
              maxLength={200}
              autoFocus
              onChange={event => setName(event.target.value)}
            />
          </FormRow>
          <FormRow id={`${id}-from`} label={say("from")} error={errors.from}>
            <Select
              id={`${id}-from`}
              value={from ?? 0}
              options={[
                { value: 0, label: say("fromShipped") },
                { value: WORD, label: say("fromWord") },
                ...present
                  .filter(layout => layout.object === object)
                  .map(layout => ({ value: layout.id, label: layout.name })),
              ]}
              onChange={value => setFrom(value || null)}
              style={{ width: "100%" }}
            />
          </FormRow>
          {byWord && (
            <FormRow
              id={`${id}-word`}
              label={say("word")}
              required
              help={
                word ? say("wordTaken", { name: word.name }) : say("wordHelp", { name: "{customer.name}" })
              }
              error={errors["content.blocks[0].file"]}
            >
              <WordUpload key={object} object={object} label={say("wordChoose")} onTaken={setWord} />
            </FormRow>
          )}
        </>
      )}
    </FormDialog>
  );
}
