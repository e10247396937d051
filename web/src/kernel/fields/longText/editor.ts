import { defineEditor } from "../kind";
import { TextFilter } from "../text/Filter";
import { LongTextInput } from "./Input";

export default defineEditor<string>({
  kind: "longText",
  Input: LongTextInput,
  Filter: TextFilter,
});
