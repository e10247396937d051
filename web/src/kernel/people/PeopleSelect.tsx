import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { api } from "~/kernel/api/api";
import type { Labelled, Page, Person } from "~/kernel/api/contract";
import { useSettled } from "~/kernel/pickers/useSettled";

interface Props {
  id: string;
  /** Names of those who are chosen already. */
  known: Labelled[];
  value: number[];
  onChange: (people: number[]) => void;
}

/** Several colleagues, found by name, sign-in name or pinyin. */
export function PeopleSelect({ id, known, value, onChange }: Props) {
  const [words, setWords] = useState("");
  const [names, setNames] = useState(() => new Map(known.map(person => [person.id, person.label])));
  const asked = useSettled(words.trim());
  const found = useQuery({
    queryKey: ["people", asked],
    queryFn: ({ signal }) => api.get<Page<Person>>(`/people?q=${encodeURIComponent(asked)}`, signal),
  });
  const options = (found.data?.items ?? []).map(person => ({
    value: person.id,
    label: person.label,
    note: person.department?.label,
  }));
  const chosen = value.map(person => ({ value: person, label: names.get(person) ?? `#${person}` }));
  return (
    <Select
      id={id}
      mode="multiple"
      labelInValue
      allowClear
      filterOption={false}
      loading={found.isFetching}
      value={chosen}
      options={options}
      optionRender={({ label, data }) => (
        <>
          {label} <span className="quiet">{data.note}</span>
        </>
      )}
      onSearch={setWords}
      onChange={people => {
        setNames(now => new Map([...now, ...people.map(each => [each.value, String(each.label)] as const)]));
        onChange(people.map(each => each.value));
      }}
      style={{ width: "100%" }}
    />
  );
}
