import { regionText } from "~/kernel/regions/regions";
import { defineKind } from "../kind";
import { RegionCell } from "./Cell";

export default defineKind<string>({
  kind: "region",
  Cell: RegionCell,
  text: regionText,
  inCell: true,
  width: 180,
});
