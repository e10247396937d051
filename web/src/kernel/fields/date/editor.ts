import { defineEditor } from "../kind";
import { DayFilter } from "../parts/DayFilter";
import { DayInput } from "../parts/DayInput";

export default defineEditor<string>({
  kind: "date",
  Input: DayInput,
  Filter: DayFilter,
});
