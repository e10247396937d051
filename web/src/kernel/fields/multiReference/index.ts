import type { Labelled } from "~/kernel/api/contract";
import { defineKind } from "../kind";
import { MultiReferenceCell } from "./Cell";

export default defineKind<Labelled[]>({
  kind: "multiReference",
  Cell: MultiReferenceCell,
  text: value => value.map(record => record.label ?? `#${record.id}`).join("、"),
  toWire: value => value.map(record => record.id),
  inCell: false,
  width: 200,
});
