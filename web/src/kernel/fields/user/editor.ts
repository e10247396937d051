import type { Labelled } from "~/kernel/api/contract";
import { defineEditor } from "../kind";
import { UserFilter } from "./Filter";
import { UserInput } from "./Input";

export default defineEditor<Labelled>({
  kind: "user",
  Input: UserInput,
  Filter: UserFilter,
});
