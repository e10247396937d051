import { Select, TreeSelect } from "antd";
import { useState } from "react";
import { useSay } from "~/kernel/i18n/language";
import { departmentTree, useDepartments, usePeople } from "~/kernel/people/people";
import { useSettled } from "~/kernel/pickers/useSettled";
import type { FilterProps } from "../kind";
import { fieldWords } from "../messages";
import { asList, takesList } from "../parts/operators";

type Who = number | "me" | "myTeam";

/** Of which department somebody is, or whether of one's own team. */
function UnderFilter({ id, value, onChange }: FilterProps) {
  const say = useSay(fieldWords);
  const departments = useDepartments();
  const team = { value: "myTeam", title: say("myTeam"), children: [] };
  return (
    <TreeSelect<number | string>
      id={id}
      value={asList<number | string>(value)[0]}
      treeData={[team, ...departmentTree(departments.data?.items ?? [])]}
      treeDefaultExpandAll
      showSearch={{ treeNodeFilterProp: "title" }}
      popupMatchSelectWidth={false}
      style={{ width: "100%" }}
      onChange={next => onChange(next ?? null)}
    />
  );
}

/** Colleagues, and the words for oneself and one's team, so that a shared view means each reader. */
export function UserFilter(props: FilterProps) {
  return props.operator === "under" ? <UnderFilter {...props} /> : <PeopleFilter {...props} />;
}

function PeopleFilter({ id, operator, value, onChange }: FilterProps) {
  const say = useSay(fieldWords);
  const [words, setWords] = useState("");
  const people = usePeople(useSettled(words));
  const several = takesList(operator);
  const held = asList<Who>(value);
  const known = (people.data?.items ?? []).map(person => ({ value: person.id as Who, label: person.label }));
  const options = [
    { value: "me" as Who, label: say("me") },
    { value: "myTeam" as Who, label: say("myTeam") },
    ...known,
  ];
  return (
    <Select
      id={id}
      mode={several ? "multiple" : undefined}
      value={several ? held : held[0]}
      options={options}
      showSearch={{ filterOption: false, onSearch: setWords, searchValue: words }}
      popupMatchSelectWidth={false}
      notFoundContent={say("nothingFound")}
      style={{ width: "100%" }}
      onChange={(next?: Who | Who[]) => {
        setWords("");
        onChange(next ?? null);
      }}
    />
  );
}
