import { Popover } from "antd";
import { useState } from "react";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { ColorTag } from "~/ui/ColorTag";
import { type Design, type DesignedField, wordsIn } from "../design";
import { MoveForm } from "./MoveForm";
import { movesWords } from "./messages";
import { ANY, findMove, type Rules, standingOf, withMove } from "./moves";

interface Props {
  design: Design;
  field: DesignedField;
  rules: Rules;
  onChange: (rules: Rules) => void;
}

interface Side {
  value: string | null;
  label: string;
  color?: string | null;
}

/** From every value to every other: a cell says what holds, and a click changes it. */
export function MovesMatrix({ design, field, rules, onChange }: Props) {
  const say = useSay(movesWords);
  const language = useLanguage();
  const options: Side[] = (field.options ?? [])
    .filter(option => option.active)
    .map(option => ({ value: option.value, label: wordsIn(option.label, language), color: option.color }));
  const starts: Side[] = [
    { value: null, label: say("fromNew") },
    ...options,
    { value: ANY, label: say("fromAny") },
  ];
  return (
    <div className="moves-scroll">
      <table className="moves-matrix">
        <thead>
          <tr>
            <th scope="col">{say("fromTo")}</th>
            {options.map(to => (
              <th key={to.value} scope="col">
                <ColorTag color={to.color}>{to.label}</ColorTag>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {starts.map(from => (
            <tr key={from.value ?? ""} data-special={from.value === null || from.value === ANY}>
              <th scope="row">
                {from.color ? <ColorTag color={from.color}>{from.label}</ColorTag> : from.label}
              </th>
              {options.map(to => (
                <td key={to.value}>
                  {from.value !== to.value && (
                    <MoveCell
                      design={design}
                      field={field}
                      from={from}
                      to={to}
                      rules={rules}
                      onChange={onChange}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MoveCell({ design, field, from, to, rules, onChange }: Props & { from: Side; to: Side }) {
  const say = useSay(movesWords);
  const [open, setOpen] = useState(false);
  const move = findMove(rules, from.value, to.value);
  const standing = standingOf(rules, from.value, to.value);
  const says =
    move && !move.forbidden
      ? [
          move.roles.length ? say("someRoles", { count: move.roles.length }) : say("everybody"),
          move.required.length ? say("someFields", { count: move.required.length }) : "",
          move.lasting ? say("lasting") : "",
        ]
          .filter(Boolean)
          .join(" · ")
      : say(standing === "any" ? "asAny" : standing === "free" ? "free" : "refused");
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <MoveForm
          design={design}
          field={field}
          move={move}
          onChange={next =>
            onChange(
              withMove(rules, from.value, to.value, next && { ...next, from: from.value, to: to.value }),
            )
          }
        />
      }
    >
      <button
        type="button"
        className="move-cell"
        data-standing={standing}
        aria-label={say("cell", { from: from.label, to: to.label, says })}
      >
        {says}
      </button>
    </Popover>
  );
}
