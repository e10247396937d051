import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Skeleton } from "antd";
import { useMemo, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { common } from "~/kernel/i18n/common";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { FilterWords } from "~/kernel/list/filter/FilterWords";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Panel } from "~/ui/Page";
import { type Design, inDraft, refreshDesign, wordsIn } from "../design";
import { useRoles } from "../moves/moves";
import { conditionObject, type DesignedRule, useFieldRules } from "./layouts";
import { ruleWords } from "./messages";
import { RuleDrawer } from "./RuleDrawer";

interface Props {
  design: Design;
  draft: string | null;
}

/** What holds for fields while a record's values say so. */
export function RulesTab({ design, draft }: Props) {
  const say = useSay(ruleWords);
  const sayCommon = useSay(common);
  const language = useLanguage();
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { act } = useAct();
  const roles = useRoles();
  const { data } = useFieldRules(design.object, draft);
  const [editing, setEditing] = useState<number | null>(null);
  const object = useMemo(
    () => data && conditionObject(design, data.conditions, language),
    [design, data, language],
  );
  if (!data || !object) {
    return (
      <Panel>
        <Skeleton active />
      </Panel>
    );
  }
  const { rules, version } = data;
  const comma = language === "zh-CN" ? "、" : ", ";
  const nameOf = (rule: DesignedRule) => wordsIn(rule.name, language);

  async function remove(rule: DesignedRule) {
    const name = nameOf(rule);
    const sure = await modal.confirm({
      title: say("remove", { name }),
      okText: sayCommon("delete"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(() =>
      api.put(
        inDraft(`/catalog/${design.object}/rules`, draft),
        { version, rules: rules.filter(each => each !== rule) },
        { said: say("removed", { name }) },
      ),
    );
    await refreshDesign(queries);
  }

  const columns: DataColumn<DesignedRule>[] = [
    {
      key: "rule",
      title: say("rule"),
      lead: true,
      cell: rule => (
        <button type="button" className="design-field" onClick={() => setEditing(rules.indexOf(rule))}>
          {nameOf(rule)}
        </button>
      ),
    },
    {
      key: "when",
      title: say("when"),
      cell: rule => (rule.when ? <FilterWords object={object} filter={rule.when} /> : say("always")),
    },
    { key: "effect", title: say("effect"), cell: rule => say(rule.effect) },
    {
      key: "fields",
      title: say("fields"),
      cell: rule =>
        rule.fields
          .map(name => wordsIn(design.fields.find(field => field.name === name)?.label, language))
          .join(comma),
    },
    {
      key: "roles",
      title: say("roles"),
      cell: rule =>
        rule.roles.length === 0
          ? say("everybody")
          : rule.roles.map(id => roles.data?.find(role => role.id === id)?.label ?? "").join(comma),
    },
    {
      key: "actions",
      title: "",
      width: 48,
      cell: rule => (
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={`${sayCommon("delete")} ${nameOf(rule)}`}
          onClick={() => void remove(rule)}
        />
      ),
    },
  ];
  return (
    <Panel
      title={say("rules")}
      extra={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing(rules.length)}>
          {say("add")}
        </Button>
      }
    >
      <p className="quiet design-refusal">{say("text")}</p>
      <DataTable
        label={say("rules")}
        columns={columns}
        rows={rules}
        rowKey={rule => rule.name.zh}
        empty={<EmptyState title={say("none")} />}
      />
      {editing !== null && (
        <RuleDrawer
          key={editing}
          design={design}
          draft={draft}
          rules={data}
          object={object}
          index={editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}
