import type { Labelled } from "~/kernel/api/contract";
import { defineEditor } from "../kind";
import { DepartmentFilter } from "./Filter";
import { DepartmentInput } from "./Input";

export default defineEditor<Labelled>({
  kind: "department",
  Input: DepartmentInput,
  Filter: DepartmentFilter,
});
