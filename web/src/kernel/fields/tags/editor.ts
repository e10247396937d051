import { defineEditor } from "../kind";
import { TagsFilter } from "./Filter";
import { TagsInput } from "./Input";

export default defineEditor<string[]>({
  kind: "tags",
  Input: TagsInput,
  Filter: TagsFilter,
});
