import { Select } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { tagColor, useTags } from "~/kernel/tags/tags";
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

/** Tags by name in their colours, grouped; a new name makes a new tag where the user may. */
export function TagPicker({ object, value, onChange, existingOnly, ...rest }: Props) {
  const say = useSay(pickerWords);
  const tags = useTags(object);
  const items = tags.data?.items ?? [];
  const mayCreate = !existingOnly && tags.data?.mayCreate;
  const groups = [...new Set(items.map(tag => tag.group ?? ""))].sort();
  const options = groups.map(group => ({
    label: group || say("noGroup"),
    options: items
      .filter(tag => (tag.group ?? "") === group)
      .map(tag => ({ value: tag.name, label: tag.name })),
  }));
  return (
    <Select
      {...frame(rest)}
      mode={mayCreate ? "tags" : "multiple"}
      value={value}
      options={options}
      tokenSeparators={mayCreate ? [",", "，", ";", "；", "、"] : undefined}
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
            {tag.label}
          </ColorTag>
        </span>
      )}
      onChange={(names: string[]) => onChange(names.map(name => name.trim()).filter(Boolean))}
    />
  );
}
