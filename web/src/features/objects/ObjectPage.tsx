import { ArrowLeftOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { addressOf, Link, useAddressState } from "~/kernel/navigation/navigation";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { EmptyState } from "~/ui/EmptyState";
import { Page, Panel } from "~/ui/Page";
import { DeletedFields } from "./DeletedFields";
import { DraftBanner } from "./DraftBanner";
import { type DesignedField, inDraft, useDesign, wordsIn } from "./design";
import { FieldDrawer } from "./FieldDrawer";
import { FieldsTable } from "./FieldsTable";
import { LayoutsTab } from "./layouts/LayoutsTab";
import { layoutWords, ruleWords } from "./layouts/messages";
import { RulesTab } from "./layouts/RulesTab";
import { designWords } from "./messages";
import { MovesDrawer } from "./moves/MovesDrawer";
import "./objects.css";

const TABS = ["fields", "layouts", "rules"] as const;

/** One object: its fields, how forms show them to each role, and the rules they follow. */
export default function ObjectPage({ params }: { params: Record<string, string> }) {
  return (
    <AdministratorsOnly>
      <ObjectDesign key={params.object} name={params.object ?? ""} />
    </AdministratorsOnly>
  );
}

function ObjectDesign({ name }: { name: string }) {
  const say = useSay(designWords);
  const sayLayouts = useSay(layoutWords);
  const sayRules = useSay(ruleWords);
  const language = useLanguage();
  const [address, change] = useAddressState();
  const draft = address.draft ?? null;
  const design = useDesign(name, draft);
  const [words, setWords] = useState("");
  const [onlyOwn, setOnlyOwn] = useState(false);
  if (design.isError && !design.data) return <EmptyState title={say("notFound")} />;

  const tab = TABS.find(each => each === address.tab) ?? "fields";
  const fields = design.data?.fields ?? [];
  const editing = fields.find(field => field.name === address.field);
  const moving = fields.find(field => field.name === address.moves);
  const found = fields.filter(field => (!onlyOwn || field.own) && matches(field, words.trim().toLowerCase()));
  const object = wordsIn(design.data?.label, language);
  return (
    <Page
      title={
        tab === "fields"
          ? say("fieldsOf", { object })
          : tab === "layouts"
            ? sayLayouts("layoutsOf", { object })
            : sayRules("rulesOf", { object })
      }
      text={
        <Link href={inDraft(addressOf.settings("objects"), draft)}>
          <ArrowLeftOutlined aria-hidden /> {say("backToObjects")}
        </Link>
      }
      actions={
        tab === "fields" && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => change({ field: "new" })}>
            {say("addField")}
          </Button>
        )
      }
    >
      <DraftBanner draft={draft} />
      <Segmented
        className="design-tabs"
        aria-label={object}
        value={tab}
        options={[
          { value: "fields", label: say("fields") },
          { value: "layouts", label: sayLayouts("layouts") },
          { value: "rules", label: sayRules("rules") },
        ]}
        onChange={next => change({ tab: next === "fields" ? null : next })}
      />
      {design.data && tab === "layouts" && <LayoutsTab design={design.data} draft={draft} />}
      {design.data && tab === "rules" && <RulesTab design={design.data} draft={draft} />}
      {tab === "fields" && (
        <Panel>
          <div className="design-bar">
            <Input
              allowClear
              aria-label={say("findField")}
              placeholder={say("findField")}
              value={words}
              onChange={event => setWords(event.target.value)}
            />
            <Checkbox checked={onlyOwn} onChange={event => setOnlyOwn(event.target.checked)}>
              {say("onlyOwn")}
            </Checkbox>
          </div>
          {design.data ? (
            <FieldsTable
              design={design.data}
              draft={draft}
              fields={found}
              onEdit={field => change({ field: field.name })}
              onMoves={draft ? undefined : field => change({ moves: field.name })}
            />
          ) : (
            <Skeleton active />
          )}
        </Panel>
      )}
      {tab === "fields" && design.data && design.data.deleted.length > 0 && (
        <DeletedFields design={design.data} draft={draft} />
      )}
      {design.data && (address.field === "new" || editing) && (
        <FieldDrawer
          key={address.field}
          design={design.data}
          draft={draft}
          field={editing}
          title={editing ? say("editField", { name: wordsIn(editing.label, language) }) : say("addField")}
          onClose={() => change({ field: null })}
        />
      )}
      {design.data && moving && (
        <MovesDrawer
          key={moving.name}
          design={design.data}
          field={moving}
          onClose={() => change({ moves: null })}
        />
      )}
    </Page>
  );
}

function matches({ name, label }: DesignedField, words: string): boolean {
  return `${name} ${label.zh} ${label.en}`.toLowerCase().includes(words);
}
