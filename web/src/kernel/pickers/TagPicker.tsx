import { Select } from "antd";
import { useState } from "react";
import { useSay } from "~/kernel/i18n/language";
import { tagColor, useTags } from "~/kernel/tags/tags";
import { named } from "~/kernel/text/pinyin";
import { ColorTag } from "~/ui/ColorTag";
import { pickerWords } from "./messages";
import { frame, type PickerProps } from "./picker";

interface Props extends PickerProps {
  object: string;
  value: string[];
  onChange: (names: string[]) => void;
  /** For filters: only tags that are there. */
  existingOnly?: boolean;
}

/** What parts names when several are typed or pasted at once. */
const BETWEEN = /[,，;；、]/;

/** Tags by name in their colours, grouped; a name that fits none makes a new tag where the user may. */
export function TagPicker({ object, value, onChange, existingOnly, ...rest }: Props) {
  const say = useSay(pickerWords);
  const tags = useTags(object);
  const items = tags.data?.items ?? [];
  const mayCreate = !existingOnly && tags.data?.mayCreate;
  const [typed, setTyped] = useState("");
  const name = typed.trim();
  const fitting = items.filter(tag => name === "" || named(tag.name, name));
  const groups = [...new Set(fitting.map(tag => tag.group ?? ""))].sort();
  const options = groups.map(group => ({
    label: group || say("noGroup"),
    options: fitting
      .filter(tag => (tag.group ?? "") === group)
      .map(tag => ({ value: tag.name, label: tag.name })),
  }));
  const known = [...items.map(tag => tag.name), ...value].includes(name);
  // Last, so that Enter takes a tag that fits before it makes one.
  const making = mayCreate && name && !known ? [{ value: name, label: say("makeTag", { name }) }] : [];

  function search(text: string) {
    if (!mayCreate || !BETWEEN.test(text)) return setTyped(text);
    const names = text.split(BETWEEN).map(part => part.trim());
    onChange([...new Set([...value, ...names.filter(Boolean)])]);
    setTyped("");
  }

  return (
    <Select
      {...frame(rest)}
      mode="multiple"
      value={value}
      options={[...options, ...making]}
      showSearch={{ filterOption: false, onSearch: search, searchValue: typed }}
      notFoundContent={mayCreate ? say("newTag") : say("noTags")}
      optionRender={option => (
        <ColorTag color={tagColor(items, String(option.value))}>{option.label}</ColorTag>
      )}
      tagRender={tag => (
        <span className="tag-picked">
          <ColorTag
            color={tagColor(items, String(tag.value))}
            onRemove={tag.closable ? () => tag.onClose() : undefined}
            removeLabel={say("removeTag", { name: String(tag.value) })}
          >
            {String(tag.value)}
          </ColorTag>
        </span>
      )}
      onSelect={() => setTyped("")}
      onChange={onChange}
    />
  );
}
