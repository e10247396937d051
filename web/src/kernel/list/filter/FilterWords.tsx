import type { BusinessObject, Field, Filter, Operator } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { fieldWords } from "~/kernel/fields/messages";
import { useRecordNames } from "~/kernel/fields/parts/names";
import { periodText } from "~/kernel/fields/parts/periods";
import { textOf } from "~/kernel/fields/registry";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { useDepartments, usePeople } from "~/kernel/people/people";
import { useRegions } from "~/kernel/regions/regions";
import { listWords, operatorWords } from "../messages";
import { type ConditionNode, type ExistsNode, type FilterNode, type GroupNode, treeOf } from "./filterTree";
import { operatorWord } from "./operators";
import { pathOf } from "./paths";

interface Props {
  object: BusinessObject;
  filter: Filter;
}

/** A filter as one reads it aloud. */
export function FilterWords({ object, filter }: Props) {
  return <GroupWords object={object} group={treeOf(filter)} outermost />;
}

function NodeWords({ object, node }: { object: BusinessObject; node: FilterNode }) {
  switch (node.type) {
    case "group":
      return <GroupWords object={object} group={node} />;
    case "exists":
      return <ExistsWords object={object} node={node} />;
    case "condition":
      return <ConditionWords object={object} condition={node} />;
  }
}

function GroupWords(props: { object: BusinessObject; group: GroupNode; outermost?: boolean }) {
  const say = useSay(listWords);
  const { object, group, outermost } = props;
  const joint = group.mode === "all" ? say("wordAnd") : say("wordOr");
  const bracketed = !outermost && group.items.length > 1;
  return (
    <>
      {group.mode === "none" && say("wordNot")}
      {(bracketed || group.mode === "none") && "("}
      {group.items.map((item, at) => (
        <span key={item.key}>
          {at > 0 && ` ${joint} `}
          <NodeWords object={object} node={item} />
        </span>
      ))}
      {(bracketed || group.mode === "none") && ")"}
    </>
  );
}

function ExistsWords({ object, node }: { object: BusinessObject; node: ExistsNode }) {
  const say = useSay(listWords);
  const catalog = useCatalog();
  const relation = object.relations.find(one => one.name === node.relation);
  const child = relation && catalog.find(relation.object);
  return (
    <>
      {say(node.negated ? "hasNo" : "has", { name: relation?.label ?? node.relation })}{" "}
      {child && <GroupWords object={child} group={node.where} />}
    </>
  );
}

function ConditionWords({ object, condition }: { object: BusinessObject; condition: ConditionNode }) {
  const catalog = useCatalog();
  const sayOperator = useSay(operatorWords);
  const path = pathOf(catalog, object, condition.field);
  if (!path) return <>{condition.field}</>;
  return (
    <>
      <b>{path.label}</b> {sayOperator(operatorWord(path.field, condition.op))}{" "}
      <ValueWords field={path.field} operator={condition.op} value={condition.value} />
    </>
  );
}

function ValueWords({ field, operator, value }: { field: Field; operator: Operator; value: unknown }) {
  const language = useLanguage();
  if (operator === "during") return <>{periodText(value, language)}</>;
  const values = (Array.isArray(value) ? value : [value]).filter(one => one !== null && one !== undefined);
  const comma = language === "zh-CN" ? "、" : ", ";
  const joint = operator === "between" ? " – " : comma;
  switch (field.kind) {
    case "user":
      if (operator === "under" && value !== "myTeam")
        return <DepartmentNames values={values} joint={joint} />;
      return <PeopleNames values={values} joint={joint} />;
    case "department":
      return <DepartmentNames values={values} joint={joint} />;
    case "region":
      return <RegionNames values={values} joint={joint} />;
    case "reference":
    case "multiReference":
      return <RecordNames field={field} values={values} joint={joint} />;
    default:
      return <>{values.map(one => textOf(field, one, language)).join(joint)}</>;
  }
}

interface Names {
  values: unknown[];
  joint: string;
}

function PeopleNames({ values, joint }: Names) {
  const say = useSay(fieldWords);
  const people = usePeople("").data?.items ?? [];
  const nameOf = (value: unknown) =>
    value === "me" || value === "myTeam"
      ? say(value)
      : (people.find(person => person.id === value)?.label ?? `#${value}`);
  return <>{values.map(nameOf).join(joint)}</>;
}

function DepartmentNames({ values, joint }: Names) {
  const departments = useDepartments().data?.items ?? [];
  const nameOf = (value: unknown) =>
    departments.find(department => department.id === value)?.name ?? `#${value}`;
  return <>{values.map(nameOf).join(joint)}</>;
}

function RegionNames({ values, joint }: Names) {
  const regions = useRegions();
  return <>{values.map(value => regions?.label(String(value)) ?? "…").join(joint)}</>;
}

function RecordNames({ field, values, joint }: Names & { field: Field }) {
  const names = useRecordNames(
    field.targets?.[0] ?? "",
    values.filter(value => typeof value === "number"),
  );
  return <>{names.map(name => name.label).join(joint)}</>;
}
