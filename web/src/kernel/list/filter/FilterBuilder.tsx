import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown, Select } from "antd";
import { useMemo, useState } from "react";
import type { BusinessObject, Filter } from "~/kernel/api/contract";
import { type Catalog, useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { useSettled } from "~/kernel/pickers/useSettled";
import { listWords } from "../messages";
import { ConditionRow } from "./ConditionRow";
import {
  type ExistsNode,
  type FilterNode,
  filterOf,
  type GroupMode,
  type GroupNode,
  newCondition,
  newExists,
  newGroup,
  replaceNode,
  treeOf,
} from "./filterTree";
import { firstOperator } from "./operators";
import { type FieldPath, ownPaths, pathOf, pathsOf } from "./paths";
import "./filter.css";
import { useEffect, useRef } from "react";

interface Props {
  object: BusinessObject;
  filter: Filter | null;
  onChange: (filter: Filter | null) => void;
  /** Only about the record's own values, not about records it refers to. */
  ownOnly?: boolean;
  /** A field that one has come to ask about: begins with a condition on it. */
  about?: string;
}

/** Builds a filter of conditions and groups; the list follows as soon as a condition is complete. */
export function FilterBuilder({ object, filter, onChange, ownOnly = false, about }: Props) {
  const catalog = useCatalog();
  const [tree, setTree] = useState(() => startOf(catalog, object, filter, about));
  const settled = useSettled(tree, 300);
  const told = useRef(JSON.stringify(filter));

  useEffect(() => {
    const next = filterOf(settled);
    const text = JSON.stringify(next);
    if (text !== told.current) {
      told.current = text;
      onChange(next);
    }
  }, [settled, onChange]);

  // Changed elsewhere (a quick filter, another view): start again from what is asked now.
  const asked = JSON.stringify(filter);
  useEffect(() => {
    if (asked !== told.current) {
      told.current = asked;
      setTree(treeOf(JSON.parse(asked)));
    }
  }, [asked]);

  return (
    <Group
      object={object}
      group={tree}
      depth={0}
      ownOnly={ownOnly}
      onChange={setTree}
      onReplace={(key, next) => setTree(now => replaceNode(now, key, next))}
    />
  );
}

/** An empty builder, and one that is to ask about a field, starts with a condition to fill in. */
function startOf(catalog: Catalog, object: BusinessObject, filter: Filter | null, about?: string): GroupNode {
  if (filter && !about) return treeOf(filter);
  const first = pathOf(catalog, object, about ?? object.titleField);
  const begun = first ? [newCondition(first.path, firstOperator(first.field))] : [];
  const standing = treeOf(filter);
  if (standing.mode === "all") return { ...standing, items: [...standing.items, ...begun] };
  return newGroup("all", [standing, ...begun]);
}

interface GroupProps {
  object: BusinessObject;
  group: GroupNode;
  depth: number;
  ownOnly?: boolean;
  removable?: boolean;
  onChange: (group: GroupNode) => void;
  onReplace: (key: string, next: FilterNode | null) => void;
}

function Group({ object, group, depth, ownOnly, removable, onChange, onReplace }: GroupProps) {
  const say = useSay(listWords);
  const catalog = useCatalog();
  const paths = useMemo(
    () => (ownOnly ? ownPaths(object) : pathsOf(catalog, object)),
    [catalog, object, ownOnly],
  );
  const relations = ownOnly ? [] : object.relations.filter(relation => catalog.find(relation.object));
  const add = (node: FilterNode) => onChange({ ...group, items: [...group.items, node] });
  const first = paths[0];

  return (
    <div className="filter-group" data-depth={depth}>
      <div className="filter-mode">
        <Select<GroupMode>
          size="small"
          variant="filled"
          aria-label={say("groupMode")}
          value={group.mode}
          popupMatchSelectWidth={false}
          options={(["all", "any", "none"] as const).map(mode => ({ value: mode, label: say(mode) }))}
          onChange={mode => onChange({ ...group, mode })}
        />
        {removable && (
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={say("removeCondition")}
            onClick={() => onReplace(group.key, null)}
          />
        )}
      </div>
      {group.items.length === 0 && <p className="quiet">{say("noConditions")}</p>}
      {group.items.map(node => (
        <Node
          key={node.key}
          object={object}
          paths={paths}
          node={node}
          depth={depth + 1}
          ownOnly={ownOnly}
          onReplace={onReplace}
        />
      ))}
      <div className="filter-add">
        {first && (
          <Button
            type="link"
            size="small"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => add(newCondition(first.path, firstOperator(first.field)))}
          >
            {say("addCondition")}
          </Button>
        )}
        {depth < 3 && (
          <Button
            type="link"
            size="small"
            onClick={() =>
              add(
                newGroup(
                  group.mode === "any" ? "all" : "any",
                  first ? [newCondition(first.path, firstOperator(first.field))] : [],
                ),
              )
            }
          >
            {say("addGroup")}
          </Button>
        )}
        {depth < 3 && relations.length > 0 && (
          <Dropdown
            trigger={["click"]}
            menu={{
              items: relations.map(relation => ({
                key: relation.name,
                label: relation.label,
                onClick: () => add(newExists(relation.name)),
              })),
            }}
          >
            <Button type="link" size="small">
              {say("addRelated")}
            </Button>
          </Dropdown>
        )}
      </div>
    </div>
  );
}

function Node({
  object,
  paths,
  node,
  depth,
  ownOnly,
  onReplace,
}: {
  object: BusinessObject;
  paths: FieldPath[];
  node: FilterNode;
  depth: number;
  ownOnly?: boolean;
  onReplace: GroupProps["onReplace"];
}) {
  const replace = (next: FilterNode | null) => onReplace(node.key, next);
  switch (node.type) {
    case "condition":
      return <ConditionRow object={object} paths={paths} condition={node} onChange={replace} />;
    case "exists":
      return <Related object={object} node={node} depth={depth} onReplace={onReplace} />;
    case "group":
      return (
        <Group
          object={object}
          group={node}
          depth={depth}
          ownOnly={ownOnly}
          removable
          onChange={replace}
          onReplace={onReplace}
        />
      );
  }
}

/** Conditions on the children of a record: has contacts where …, or has none. */
function Related({
  object,
  node,
  depth,
  onReplace,
}: {
  object: BusinessObject;
  node: ExistsNode;
  depth: number;
  onReplace: GroupProps["onReplace"];
}) {
  const say = useSay(listWords);
  const catalog = useCatalog();
  const relation = object.relations.find(candidate => candidate.name === node.relation);
  const child = relation && catalog.find(relation.object);
  return (
    <div className="filter-related">
      <div className="filter-mode">
        <Select
          size="small"
          variant="filled"
          aria-label={say("groupMode")}
          value={node.negated ? "hasNo" : "has"}
          popupMatchSelectWidth={false}
          options={(["has", "hasNo"] as const).map(mode => ({
            value: mode,
            label: say(mode, { name: relation?.label ?? node.relation }),
          }))}
          onChange={mode => onReplace(node.key, { ...node, negated: mode === "hasNo" })}
        />
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={say("removeCondition")}
          onClick={() => onReplace(node.key, null)}
        />
      </div>
      {child && (
        <Group
          object={child}
          group={node.where}
          depth={depth}
          onChange={where => onReplace(node.key, { ...node, where })}
          onReplace={onReplace}
        />
      )}
    </div>
  );
}
