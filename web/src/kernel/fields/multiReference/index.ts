import type { Labelled } from "~/kernel/api/contract";
import { defineKind } from "../kind";
import { ReferenceFilter } from "../reference/Filter";
import { MultiReferenceCell } from "./Cell";
import { MultiReferenceInput } from "./Input";

export default defineKind<Labelled[]>({
  kind: "multiReference",
  Cell: MultiReferenceCell,
  Input: MultiReferenceInput,
  Filter: ReferenceFilter,
  text: value => value.map(record => record.label ?? `#${record.id}`).join("、"),
  toWire: value => value.map(record => record.id),
  inCell: false,
  width: 200,
});
