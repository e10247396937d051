import type { Labelled } from "~/kernel/api/contract";
import { defineEditor } from "../kind";
import { ReferenceFilter } from "../reference/Filter";
import { MultiReferenceInput } from "./Input";

export default defineEditor<Labelled[]>({
  kind: "multiReference",
  Input: MultiReferenceInput,
  Filter: ReferenceFilter,
});
