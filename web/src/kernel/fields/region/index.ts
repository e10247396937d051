import { regionText } from "~/kernel/regions/regions";
import { defineKind } from "../kind";
import { RegionCell } from "./Cell";
import { RegionFilter } from "./Filter";
import { RegionInput } from "./Input";

export default defineKind<string>({
  kind: "region",
  Cell: RegionCell,
  Input: RegionInput,
  Filter: RegionFilter,
  text: regionText,
  inCell: true,
  width: 180,
});
