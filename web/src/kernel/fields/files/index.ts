import type { StoredFile } from "~/kernel/api/contract";
import { defineKind } from "../kind";
import { TextFilter } from "../text/Filter";
import { FilesCell } from "./Cell";
import { FilesInput } from "./Input";

export default defineKind<StoredFile[]>({
  kind: "files",
  Cell: FilesCell,
  Input: FilesInput,
  Filter: TextFilter,
  text: value => value.map(file => file.name).join("、"),
  toWire: value => value.map(({ id, name, size, type }) => ({ id, name, size, type })),
  wide: true,
  inCell: false,
  width: 200,
});
