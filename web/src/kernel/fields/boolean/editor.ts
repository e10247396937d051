import { defineEditor } from "../kind";
import { BooleanFilter } from "./Filter";
import { BooleanInput } from "./Input";

export default defineEditor<boolean>({
  kind: "boolean",
  Input: BooleanInput,
  Filter: BooleanFilter,
});
