import { defineEditor } from "../kind";
import { TextFilter } from "./Filter";
import { TextInput } from "./Input";

export default defineEditor<string>({
  kind: "text",
  Input: TextInput,
  Filter: TextFilter,
});
