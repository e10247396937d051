import { defineEditor } from "../kind";
import { TextFilter } from "../text/Filter";
import { EmailInput } from "./Input";

export default defineEditor<string>({
  kind: "email",
  Input: EmailInput,
  Filter: TextFilter,
});
