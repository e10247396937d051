import { Select } from "antd";
import { useState } from "react";
import type { Labelled, Person } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { usePeople } from "~/kernel/people/people";
import { pickerWords } from "./messages";
import { frame, opensAtOnce, type PickerProps } from "./picker";
import { useSettled } from "./useSettled";

interface Props extends PickerProps {
  /** Whom not to offer. */
  except?: number;
  value: Labelled | null;
  onChange: (person: Labelled | null) => void;
}

/** One colleague, found by name, pinyin or department. */
export function PersonPicker({ value, onChange, except, ...rest }: Props) {
  const say = useSay(pickerWords);
  const [words, setWords] = useState("");
  const [open, setOpen] = useState(opensAtOnce(rest));
  const people = usePeople(useSettled(words), open || words !== "");
  const options = (people.data?.items ?? [])
    .filter(({ id }) => id !== except)
    .map(person => ({
      value: person.id,
      label: person.label,
      detail: departmentName(person),
    }));
  return (
    <Select
      {...frame(rest)}
      value={value ? { value: value.id, label: value.label ?? say("notVisible") } : undefined}
      labelInValue
      allowClear={!rest.required}
      options={options}
      loading={people.isFetching}
      popupMatchSelectWidth={false}
      notFoundContent={people.isPending ? say("searching") : say("nothingFound")}
      showSearch={{ filterOption: false, onSearch: setWords, searchValue: words }}
      onOpenChange={setOpen}
      optionRender={option => (
        <span style={{ display: "flex", justifyContent: "space-between", gap: 16 }}>
          {option.label}
          <span className="quiet">{option.data.detail}</span>
        </span>
      )}
      onChange={(next?: { value: number; label?: unknown }) => {
        setWords("");
        onChange(next ? { id: next.value, label: String(next.label ?? "") } : null);
      }}
    />
  );
}

function departmentName({ department }: Person): string {
  return typeof department === "string" ? department : (department?.label ?? "");
}
