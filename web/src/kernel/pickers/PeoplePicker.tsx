import { Select } from "antd";
import { useState } from "react";
import type { Labelled } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { usePeople } from "~/kernel/people/people";
import { pickerWords } from "./messages";
import { frame, type PickerProps } from "./picker";
import { useSettled } from "./useSettled";

interface Props extends PickerProps {
  /** Whom not to offer. */
  except?: number;
  value: Labelled[];
  onChange: (people: Labelled[]) => void;
  placeholder?: string;
}

/** Several colleagues, found by name or pinyin, in the order they were chosen. */
export function PeoplePicker({ value, onChange, placeholder, except, ...rest }: Props) {
  const say = useSay(pickerWords);
  const [words, setWords] = useState("");
  const [open, setOpen] = useState(false);
  const people = usePeople(useSettled(words), open || words !== "");
  return (
    <Select
      {...frame(rest)}
      mode="multiple"
      labelInValue
      placeholder={placeholder}
      value={value.map(person => ({ value: person.id, label: person.label ?? say("notVisible") }))}
      options={(people.data?.items ?? [])
        .filter(({ id }) => id !== except)
        .map(person => ({ value: person.id, label: person.label }))}
      loading={people.isFetching}
      notFoundContent={people.isPending ? say("searching") : say("nothingFound")}
      showSearch={{ filterOption: false, onSearch: setWords, searchValue: words }}
      onOpenChange={setOpen}
      onChange={(next: { value: number; label?: unknown }[]) => {
        setWords("");
        onChange(next.map(person => ({ id: person.value, label: String(person.label ?? "") })));
      }}
    />
  );
}
