import type { RecordLink } from "~/kernel/api/contract";
import { defineKind } from "../kind";
import { LinkCell } from "./Cell";

export default defineKind<RecordLink>({
  kind: "link",
  Cell: LinkCell,
  text: value => value.label ?? `#${value.id}`,
  toWire: ({ object, id }) => ({ object, id }),
  inCell: false,
  width: 200,
});
