import { defineEditor } from "../kind";
import { OptionFilter } from "../parts/OptionFilter";
import { OptionsSelect } from "../parts/OptionSelect";

export default defineEditor<string[]>({
  kind: "multiChoice",
  Input: OptionsSelect,
  Filter: OptionFilter,
});
