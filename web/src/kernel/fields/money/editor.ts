import { defineEditor } from "../kind";
import { MoneyFilter } from "./Filter";
import { MoneyInput } from "./Input";
import type { MoneyValue } from "./money";

export default defineEditor<MoneyValue>({
  kind: "money",
  Input: MoneyInput,
  Filter: MoneyFilter,
});
