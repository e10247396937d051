import { defineEditor } from "../kind";
import { TextFilter } from "../text/Filter";
import { RichTextInput } from "./Input";

export default defineEditor<string>({
  kind: "richText",
  Input: RichTextInput,
  Filter: TextFilter,
});
