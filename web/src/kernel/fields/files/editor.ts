import type { StoredFile } from "~/kernel/api/contract";
import { defineEditor } from "../kind";
import { TextFilter } from "../text/Filter";
import { FilesInput } from "./Input";

export default defineEditor<StoredFile[]>({
  kind: "files",
  Input: FilesInput,
  Filter: TextFilter,
});
