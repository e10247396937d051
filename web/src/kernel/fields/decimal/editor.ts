import { defineEditor } from "../kind";
import { NumberFilter } from "../parts/NumberFilter";
import { PreciseInput } from "../parts/NumberInput";

export default defineEditor<number | string>({
  kind: "decimal",
  Input: PreciseInput,
  Filter: NumberFilter,
});
