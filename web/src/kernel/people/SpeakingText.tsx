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
>;

/** A text in which `@` speaks to a colleague. */
export function SpeakingText(props: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const people = usePeople(useSettled(typed ?? ""), typed !== null);
  const items = people.data?.items ?? [];
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
