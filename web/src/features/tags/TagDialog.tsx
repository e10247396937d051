import { AutoComplete, Input, Tag } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import type { Tag as TagItem } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { tagWords } from "./messages";

const COLORS = ["red", "volcano", "orange", "gold", "green", "cyan", "blue", "purple", "magenta"] as const;

interface Props {
  object: string;
  tag: TagItem | null;
  groups: string[];
  onSaved: () => Promise<void>;
  onClose: () => void;
}

/** Name, colour and group of a tag. */
export function TagDialog({ object, tag, groups, onSaved, onClose }: Props) {
  const say = useSay(tagWords);
  const sayCommon = useSay(common);
  const [name, setName] = useState(tag?.name ?? "");
  const [color, setColor] = useState<string | null>(tag?.color ?? null);
  const [group, setGroup] = useState(tag?.group ?? "");

  async function save() {
    const body = { name: name.trim(), color, group: group.trim() || null };
    const said = { said: say("saved", { name: body.name }) };
    if (tag) await api.patch(`/tags/${tag.id}`, body, said);
    else await api.post("/tags", { object, ...body }, said);
    await onSaved();
  }

  return (
    <FormDialog
      title={say(tag ? "editTag" : "addTag")}
      okText={sayCommon("save")}
      ready={name.trim() !== ""}
      onSave={save}
      onClose={onClose}
    >
      {errors => (
        <>
          <FormRow
            id="tag-name"
            label={say("name")}
            error={errors.name}
            help={
              tag && tag.uses > 0 && name.trim() !== tag.name ? say("renameNote", { count: tag.uses }) : ""
            }
            required
          >
            <Input
              id="tag-name"
              value={name}
              autoFocus
              autoComplete="off"
              status={errors.name ? "error" : undefined}
              aria-describedby="tag-name-note"
              onChange={event => setName(event.target.value)}
            />
          </FormRow>
          <FormRow id="tag-group" label={say("group")} error={errors.group} help={say("groupNote")}>
            <AutoComplete
              id="tag-group"
              aria-label={say("group")}
              value={group}
              options={groups.map(each => ({ value: each }))}
              showSearch={{ filterOption: true }}
              onChange={setGroup}
              style={{ width: "100%" }}
            />
          </FormRow>
          <fieldset className="tag-colors">
            <legend>{say("color")}</legend>
            {[null, ...COLORS].map(each => (
              <label key={each ?? "none"}>
                <input
                  type="radio"
                  name="tag-color"
                  className="sr-only"
                  checked={color === each}
                  onChange={() => setColor(each)}
                />
                <Tag color={each ?? undefined} variant="filled">
                  {say(each ?? "noColor")}
                </Tag>
              </label>
            ))}
          </fieldset>
        </>
      )}
    </FormDialog>
  );
}
