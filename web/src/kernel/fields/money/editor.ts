import { defineEditor } from "../kind";
import { NumberFilter } from "../parts/NumberFilter";
import { MoneyInput } from "./Input";
import type { MoneyValue } from "./money";

export default defineEditor<MoneyValue>({
  kind: "money",
  Input: MoneyInput,
  Filter: NumberFilter,
});
