import { defineEditor } from "../kind";
import { RegionFilter } from "./Filter";
import { RegionInput } from "./Input";

export default defineEditor<string>({
  kind: "region",
  Input: RegionInput,
  Filter: RegionFilter,
});
