import type { Labelled } from "~/kernel/api/contract";
import { defineKind } from "../kind";
import { UserCell } from "./Cell";
import { UserFilter } from "./Filter";
import { UserInput } from "./Input";

export default defineKind<Labelled>({
  kind: "user",
  Cell: UserCell,
  Input: UserInput,
  Filter: UserFilter,
  text: value => value.label ?? `#${value.id}`,
  toWire: value => value.id,
  inCell: true,
  width: 112,
});
