import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input, InputNumber } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { Panel } from "~/ui/Page";
import { scoringWords } from "./messages";
import { nextKey, type ScoringDraft, withGroup } from "./scoring";

interface Props {
  draft: ScoringDraft;
  errors: Record<string, string>;
  set: (draft: ScoringDraft) => void;
}

/** Rules that together count no more than a cap. */
export function Groups({ draft, errors, set }: Props) {
  const say = useSay(scoringWords);
  const wrong = Object.entries(errors).filter(([field]) => field.startsWith("groups"));
  return (
    <Panel
      title={say("groups")}
      extra={
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => set({ ...draft, groups: [...draft.groups, { key: nextKey(), name: "", cap: 30 }] })}
        >
          {say("addGroup")}
        </Button>
      }
    >
      <p className="quiet">{say("groupsText")}</p>
      <ul className="scoring-groups">
        {draft.groups.map(group => (
          <li key={group.key}>
            <Input
              aria-label={say("groupName")}
              placeholder={say("groupName")}
              maxLength={60}
              value={group.name}
              onChange={event => set(withGroup(draft, group.key, { name: event.target.value }))}
            />
            <InputNumber
              aria-label={say("cap")}
              prefix={<span className="quiet">±</span>}
              min={1}
              max={100000}
              precision={0}
              value={group.cap}
              onChange={cap => set(withGroup(draft, group.key, { cap: cap ?? 1 }))}
            />
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={say("removeGroup", { name: group.name })}
              onClick={() => set(withGroup(draft, group.key, null))}
            />
          </li>
        ))}
      </ul>
      {wrong.map(([field, error]) => (
        <p key={field} className="rights-missing">
          {error}
        </p>
      ))}
    </Panel>
  );
}
