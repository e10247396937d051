import { defineEditor } from "../kind";
import { TextFilter } from "../text/Filter";
import { TextInput } from "../text/Input";

export default defineEditor<string>({
  kind: "autoNumber",
  Input: TextInput,
  Filter: TextFilter,
});
