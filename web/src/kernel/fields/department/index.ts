import type { Labelled } from "~/kernel/api/contract";
import { defineKind } from "../kind";
import { UserCell } from "../user/Cell";
import { DepartmentFilter } from "./Filter";
import { DepartmentInput } from "./Input";

export default defineKind<Labelled>({
  kind: "department",
  Cell: UserCell,
  Input: DepartmentInput,
  Filter: DepartmentFilter,
  text: value => value.label ?? `#${value.id}`,
  toWire: value => value.id,
  inCell: true,
  width: 136,
});
