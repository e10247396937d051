import { defineEditor } from "../kind";
import { DayFilter } from "../parts/DayFilter";
import { MomentInput } from "../parts/DayInput";

export default defineEditor<string>({
  kind: "dateTime",
  Input: MomentInput,
  Filter: DayFilter,
});
