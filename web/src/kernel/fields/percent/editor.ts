import { defineEditor } from "../kind";
import { NumberFilter } from "../parts/NumberFilter";
import { PercentInput } from "./Input";

export default defineEditor<string | number>({
  kind: "percent",
  Input: PercentInput,
  Filter: NumberFilter,
});
