import type { StoredFile } from "~/kernel/api/contract";
import { defineKind } from "../kind";
import { FilesCell } from "./Cell";

export default defineKind<StoredFile[]>({
  kind: "files",
  Cell: FilesCell,
  text: value => value.map(file => file.name).join("、"),
  toWire: value => value.map(({ id, name, size, type }) => ({ id, name, size, type })),
  wide: true,
  inCell: false,
  width: 200,
});
