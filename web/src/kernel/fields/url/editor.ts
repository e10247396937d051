import { defineEditor } from "../kind";
import { TextFilter } from "../text/Filter";
import { UrlInput } from "./Input";

export default defineEditor<string>({
  kind: "url",
  Input: UrlInput,
  Filter: TextFilter,
});
