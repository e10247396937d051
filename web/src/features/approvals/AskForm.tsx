import { InputNumber, Select } from "antd";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import { FormRow } from "~/ui/FormRow";
import { type AskNode, type Editable, type NodeDraft, stepsBefore } from "./flow";
import { designerWords } from "./messages";

interface Props {
  object: BusinessObject;
  nodes: NodeDraft[];
  node: AskNode;
  /** Fields that can be written while deciding. */
  editable: Editable[];
  onChange: (part: Partial<AskNode>) => void;
}

/** How the words of a step count, and what happens where nobody, the wrong one, or nobody in time answers. */
export function AskForm({ object, nodes, node, editable, onChange }: Props) {
  const say = useSay(designerWords);
  const words = {
    mode: { all: "all", ratio: "ratio", any: "any", inTurn: "inTurn", one: "one" },
    empty: {
      administrators: "emptyAdministrators",
      superior: "emptySuperior",
      person: "emptyPerson",
      pass: "emptyPass",
      reject: "emptyReject",
    },
    self: { superior: "selfSuperior", head: "selfHead", skip: "selfSkip", allow: "selfAllow" },
    action: { remind: "remind", superior: "toSuperior", pass: "pass", reject: "reject" },
  } as const;
  const options = (of: keyof typeof words) =>
    Object.entries(words[of]).map(([value, word]) => ({ value, label: say(word) }));
  return (
    <>
      {node.who.kind !== "superiors" && (
        <FormRow id="ask-mode" label={say("mode")}>
          <Select
            id="ask-mode"
            value={node.mode}
            options={options("mode")}
            onChange={mode => onChange({ mode })}
          />
        </FormRow>
      )}
      {node.mode === "ratio" && node.who.kind !== "superiors" && (
        <FormRow id="ask-ratio" label={say("ratioOf")}>
          <InputNumber
            id="ask-ratio"
            min={1}
            max={100}
            precision={0}
            value={node.ratio}
            onChange={ratio => onChange({ ratio: ratio ?? 60 })}
          />
        </FormRow>
      )}
      <FormRow id="ask-self" label={say("self")}>
        <Select
          id="ask-self"
          value={node.self}
          options={options("self")}
          onChange={self => onChange({ self })}
        />
      </FormRow>
      <FormRow id="ask-empty" label={say("empty")}>
        <Select
          id="ask-empty"
          value={node.empty}
          options={options("empty")}
          onChange={empty => onChange({ empty })}
        />
      </FormRow>
      {node.empty === "person" && (
        <FormRow id="ask-whom" label={say("emptyWhom")} required>
          <PersonPicker
            id="ask-whom"
            value={node.emptyPerson}
            onChange={emptyPerson => onChange({ emptyPerson })}
          />
        </FormRow>
      )}
      <FormRow id="ask-refusal" label={say("refusal")}>
        <Select
          id="ask-refusal"
          value={node.backTo ?? ""}
          options={[
            { value: "", label: say("refusalEnds") },
            { value: "start", label: say("refusalStart") },
            ...stepsBefore(nodes, node.id).map(step => ({
              value: step.id,
              label: say("refusalTo", { name: step.name || say("ask") }),
            })),
          ]}
          onChange={backTo => onChange({ backTo: backTo === "" ? null : backTo })}
        />
      </FormRow>
      <div className="flow-pair">
        <FormRow id="ask-late" label={say("limit")}>
          <InputNumber
            id="ask-late"
            min={1}
            max={1000}
            precision={0}
            placeholder={say("noLimit")}
            value={node.late?.hours ?? null}
            onChange={hours =>
              onChange({ late: hours === null ? null : { hours, action: node.late?.action ?? "remind" } })
            }
          />
        </FormRow>
        {node.late && (
          <FormRow id="ask-then" label={say("whenLate")}>
            <Select
              id="ask-then"
              value={node.late.action}
              options={options("action")}
              onChange={action => onChange({ late: { hours: node.late?.hours ?? 8, action } })}
            />
          </FormRow>
        )}
      </div>
      {(["shows", "edits", "hides"] as const).map(part => (
        <FormRow key={part} id={`ask-${part}`} label={say(part)} help={say(`${part}Text`)}>
          <Select
            id={`ask-${part}`}
            mode="multiple"
            value={node[part]}
            options={(part === "edits" ? editable : object.fields).map(field => ({
              value: field.name,
              label: field.label,
            }))}
            showSearch={{ optionFilterProp: "label" }}
            onChange={fields => onChange({ [part]: fields })}
          />
        </FormRow>
      ))}
    </>
  );
}
