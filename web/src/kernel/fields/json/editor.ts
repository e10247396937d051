import { defineEditor } from "../kind";
import { TextFilter } from "../text/Filter";
import { JsonInput } from "./Input";

export default defineEditor<unknown>({
  kind: "json",
  Input: JsonInput,
  Filter: TextFilter,
});
