import type { Labelled } from "~/kernel/api/contract";
import { defineKind } from "../kind";
import { ReferenceCell } from "./Cell";
import { ReferenceFilter } from "./Filter";
import { ReferenceInput } from "./Input";

export default defineKind<Labelled>({
  kind: "reference",
  Cell: ReferenceCell,
  Input: ReferenceInput,
  Filter: ReferenceFilter,
  text: value => value.label ?? `#${value.id}`,
  toWire: value => value.id,
  inCell: true,
  width: 180,
});
