import type { Location } from "~/kernel/api/contract";
import { defineEditor } from "../kind";
import { TextFilter } from "../text/Filter";
import { LocationInput } from "./Input";

export default defineEditor<Location>({
  kind: "location",
  Input: LocationInput,
  Filter: TextFilter,
});
