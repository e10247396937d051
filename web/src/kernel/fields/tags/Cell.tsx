import { Tag } from "antd";
import { tagColor, useTags } from "~/kernel/tags/tags";
import type { CellProps } from "../kind";

export function TagsCell({ object, value }: CellProps<string[]>) {
  const tags = useTags(object);
  return (
    <span className="tag-row">
      {value.map(name => (
        <Tag key={name} color={tagColor(tags.data?.items, name)} variant="filled">
          {name}
        </Tag>
      ))}
    </span>
  );
}
