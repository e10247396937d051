import { Select } from "antd";
import type { Labelled } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { PeoplePicker } from "~/kernel/pickers/PeoplePicker";
import { FormRow } from "~/ui/FormRow";
import type { Choice } from "./approvals";
import { approvalWords } from "./messages";

/** Whom somebody has named, by step. */
export type Named = Record<string, Labelled[]>;

/** As it is sent. */
export function namesOf(named: Named): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(named).map(([node, people]) => [node, people.map(({ id }) => id)]),
  );
}

interface Props {
  choices: Choice[];
  named: Named;
  errors?: Record<string, string>;
  onName: (named: Named) => void;
}

/** Asks who is to decide at steps that leave it to whoever submits, or agrees before. */
export function NamePeople({ choices, named, errors, onName }: Props) {
  const say = useSay(approvalWords);
  return choices.map(choice => {
    const id = `choose-${choice.node}`;
    const value = named[choice.node] ?? [];
    const set = (people: Labelled[]) =>
      onName({ ...named, [choice.node]: choice.several ? people : people.slice(-1) });
    return (
      <FormRow
        key={choice.node}
        id={id}
        label={say("choose", { name: choice.name || say("approval") })}
        required
        error={errors?.[`chosen.${choice.node}`]}
      >
        {choice.among.length === 0 ? (
          <PeoplePicker id={id} value={value} onChange={set} />
        ) : (
          <Select
            id={id}
            style={{ width: "100%" }}
            mode="multiple"
            value={value.map(person => person.id)}
            options={choice.among.map(person => ({ value: person.id, label: person.label }))}
            showSearch={{ optionFilterProp: "label" }}
            onChange={(ids: number[]) =>
              set(ids.flatMap(one => choice.among.find(person => person.id === one) ?? []))
            }
          />
        )}
      </FormRow>
    );
  });
}
