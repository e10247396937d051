import { defineEditor } from "../kind";
import { TreeChoiceFilter } from "./Filter";
import { TreeChoiceInput } from "./Input";

export default defineEditor<string>({
  kind: "treeChoice",
  Input: TreeChoiceInput,
  Filter: TreeChoiceFilter,
});
