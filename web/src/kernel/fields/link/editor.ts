import type { RecordLink } from "~/kernel/api/contract";
import { defineEditor } from "../kind";
import { LinkFilter } from "./Filter";
import { LinkInput } from "./Input";

export default defineEditor<RecordLink>({
  kind: "link",
  Input: LinkInput,
  Filter: LinkFilter,
});
