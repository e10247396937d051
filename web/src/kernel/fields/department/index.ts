import type { Labelled } from "~/kernel/api/contract";
import { defineKind } from "../kind";
import { UserCell } from "../user/Cell";

export default defineKind<Labelled>({
  kind: "department",
  Cell: UserCell,
  text: value => value.label ?? `#${value.id}`,
  toWire: value => value.id,
  inCell: true,
  width: 136,
});
