import { defineEditor } from "../kind";
import { NumberFilter } from "../parts/NumberFilter";
import { IntegerInput } from "../parts/NumberInput";

export default defineEditor<number | string>({
  kind: "score",
  Input: IntegerInput,
  Filter: NumberFilter,
});
