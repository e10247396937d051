import { DeleteOutlined } from "@ant-design/icons";
import { Button, InputNumber, Segmented, Select, Tooltip } from "antd";
import type { BusinessObject, Routing } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { PeoplePicker } from "~/kernel/pickers/PeoplePicker";
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import { ColorTag } from "~/ui/ColorTag";
import { FormRow } from "~/ui/FormRow";
import { routingWords } from "./messages";
import { chosen, type MemberDraft, newMember, type RuleDraft, type TargetKind, type Way } from "./routing";

interface Props {
  object: BusinessObject;
  routing: Routing;
  rule: RuleDraft;
  change: (part: Partial<RuleDraft>) => void;
}

/** To whom a rule gives records: a person, a group by turns, or a pool. */
export function Target({ object, routing, rule, change }: Props) {
  const say = useSay(routingWords);
  const id = (part: string) => `rule-${rule.key}-${part}`;
  const first = rule.members[0];
  return (
    <fieldset className="routing-filter">
      <legend>{say("target")}</legend>
      <Segmented<TargetKind>
        aria-label={say("target")}
        value={rule.kind}
        options={[
          { value: "person", label: say("toPerson") },
          { value: "group", label: say("toGroup") },
          { value: "pool", label: say("toPool") },
        ]}
        onChange={kind => change({ kind })}
      />
      <div className="routing-target">
        {rule.kind === "pool" && (
          <FormRow
            id={id("pool")}
            label={say("pool")}
            required
            help={routing.pools.length === 0 ? say("noPools", { object: object.label }) : undefined}
          >
            <Select
              id={id("pool")}
              value={rule.pool ?? undefined}
              options={routing.pools.map(pool => ({ value: pool.id, label: pool.label }))}
              onChange={pool => change({ pool })}
              style={{ width: "100%" }}
            />
          </FormRow>
        )}
        {rule.kind === "person" && (
          <FormRow id={id("person")} label={say("person")} required>
            <PersonPicker
              id={id("person")}
              required
              value={first?.person ?? null}
              onChange={person => change({ members: person ? [{ ...newMember(person) }] : [] })}
            />
          </FormRow>
        )}
        {rule.kind === "group" && (
          <>
            <FormRow id={id("way")} label={say("way")}>
              <Select<Way>
                id={id("way")}
                value={rule.way}
                options={(["turn", "weight", "load"] as const).map(way => ({ value: way, label: say(way) }))}
                onChange={way => change({ way })}
                style={{ width: "100%" }}
              />
            </FormRow>
            <FormRow id={id("members")} label={say("members")} required>
              <PeoplePicker
                id={id("members")}
                value={rule.members.map(({ person }) => person)}
                onChange={people => change({ members: chosen(rule.members, people) })}
              />
            </FormRow>
          </>
        )}
      </div>
      {rule.kind !== "pool" && rule.members.length > 0 && <Members rule={rule} change={change} />}
    </fieldset>
  );
}

/** What each of them may get. */
function Members({ rule, change }: Pick<Props, "rule" | "change">) {
  const say = useSay(routingWords);
  const weighed = rule.kind === "group" && rule.way === "weight";
  const set = (id: number, part: Partial<MemberDraft>) =>
    change({
      members: rule.members.map(member => (member.person.id === id ? { ...member, ...part } : member)),
    });
  return (
    <ul className="routing-members">
      {rule.members.map(member => {
        const person = member.person.label ?? `#${member.person.id}`;
        return (
          <li key={member.person.id}>
            <span className="routing-member">
              {person}
              {member.away && (
                <Tooltip title={say("awayHelp")}>
                  <span>
                    <ColorTag color="orange">{say("away")}</ColorTag>
                  </span>
                </Tooltip>
              )}
            </span>
            {weighed && (
              <InputNumber
                size="small"
                min={1}
                max={100}
                precision={0}
                prefix={say("weightShort")}
                aria-label={say("weightOf", { person })}
                value={member.weight}
                onChange={weight => set(member.person.id, { weight: weight ?? 1 })}
              />
            )}
            <InputNumber
              size="small"
              min={0}
              precision={0}
              prefix={say("perDay")}
              placeholder={say("unlimited")}
              aria-label={say("perDayOf", { person })}
              value={member.perDay}
              onChange={perDay => set(member.person.id, { perDay })}
            />
            <InputNumber
              size="small"
              min={0}
              precision={0}
              prefix={say("holding")}
              placeholder={say("unlimited")}
              aria-label={say("holdingOf", { person })}
              value={member.holding}
              onChange={holding => set(member.person.id, { holding })}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={say("removeMember", { person })}
              onClick={() =>
                change({ members: rule.members.filter(each => each.person.id !== member.person.id) })
              }
            />
          </li>
        );
      })}
    </ul>
  );
}
