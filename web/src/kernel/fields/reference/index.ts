import type { Labelled } from "~/kernel/api/contract";
import { defineKind } from "../kind";
import { ReferenceCell } from "./Cell";

export default defineKind<Labelled>({
  kind: "reference",
  Cell: ReferenceCell,
  text: value => value.label ?? `#${value.id}`,
  toWire: value => value.id,
  inCell: true,
  width: 180,
});
