import { defineEditor } from "../kind";
import { OptionFilter } from "../parts/OptionFilter";
import { OptionSelect } from "../parts/OptionSelect";

export default defineEditor<string>({
  kind: "choice",
  Input: OptionSelect,
  Filter: OptionFilter,
});
