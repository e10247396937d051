import { tagColor, useTags } from "~/kernel/tags/tags";
import { ColorTag } from "~/ui/ColorTag";
import type { CellProps } from "../kind";

export function TagsCell({ object, value }: CellProps<string[]>) {
  const tags = useTags(object);
  return (
    <span className="tag-row">
      {value.map(name => (
        <ColorTag key={name} color={tagColor(tags.data?.items, name)}>
          {name}
        </ColorTag>
      ))}
    </span>
  );
}
