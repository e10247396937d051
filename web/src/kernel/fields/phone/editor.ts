import { defineEditor } from "../kind";
import { TextFilter } from "../text/Filter";
import { PhoneInput } from "./Input";

export default defineEditor<string>({
  kind: "phone",
  Input: PhoneInput,
  Filter: TextFilter,
});
