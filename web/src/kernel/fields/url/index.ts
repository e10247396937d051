import { defineKind } from "../kind";
import { TextFilter } from "../text/Filter";
import { UrlCell } from "./Cell";
import { UrlInput } from "./Input";

export default defineKind<string>({
  kind: "url",
  Cell: UrlCell,
  Input: UrlInput,
  Filter: TextFilter,
  text: value => value,
  inCell: true,
  width: 200,
});
