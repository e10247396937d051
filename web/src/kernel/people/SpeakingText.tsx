import { Mentions } from "antd";
import { type ComponentProps, useState } from "react";
import type { Person } from "~/kernel/api/contract";
import { useSettled } from "~/kernel/pickers/useSettled";
import { usePeople } from "./people";

type Props = Pick<
  ComponentProps<typeof Mentions>,
  | "id"
  | "aria-label"
  | "autoFocus"
  | "value"
  | "placeholder"
  | "autoSize"
  | "maxLength"
  | "onFocus"
  | "onChange"
  | "onPressEnter"
  | "placement"
> & {
  /** Only these can be spoken to. */
  among?: { id: number }[];
};

/** A text in which `@` speaks to a colleague. */
export function SpeakingText({ among, ...props }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const people = usePeople(useSettled(typed ?? ""), typed !== null);
  const allowed = among && new Set(among.map(({ id }) => id));
  const items = (people.data?.items ?? []).filter(({ id }) => allowed?.has(id) ?? true);
  return (
    <Mentions
      {...props}
      prefix={["@", "＠"]}
      options={items.map(person => ({
        key: String(person.id),
        value: speakingName(person, items),
        label: person.label,
      }))}
      filterOption={false}
      loading={people.isFetching}
      onSearch={setTyped}
    />
  );
}

/** Namesakes are told apart by their departments. */
export function speakingName(person: Person, among: Person[]): string {
  const alone = among.filter(({ label }) => label === person.label).length === 1;
  const department = typeof person.department === "string" ? person.department : person.department?.label;
  return alone || !department ? person.label : `${person.label}（${department}）`;
}
