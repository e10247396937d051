import type { RecordLink } from "~/kernel/api/contract";
import { defineKind } from "../kind";
import { LinkCell } from "./Cell";
import { LinkFilter } from "./Filter";
import { LinkInput } from "./Input";

export default defineKind<RecordLink>({
  kind: "link",
  Cell: LinkCell,
  Input: LinkInput,
  Filter: LinkFilter,
  text: value => value.label ?? `#${value.id}`,
  toWire: ({ object, id }) => ({ object, id }),
  inCell: false,
  width: 200,
});
