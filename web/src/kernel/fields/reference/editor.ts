import type { Labelled } from "~/kernel/api/contract";
import { defineEditor } from "../kind";
import { ReferenceFilter } from "./Filter";
import { ReferenceInput } from "./Input";

export default defineEditor<Labelled>({
  kind: "reference",
  Input: ReferenceInput,
  Filter: ReferenceFilter,
});
