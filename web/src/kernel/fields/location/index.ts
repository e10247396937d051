import type { Location } from "~/kernel/api/contract";
import { defineKind } from "../kind";
import { TextFilter } from "../text/Filter";
import { LocationCell, locationText } from "./Cell";
import { LocationInput } from "./Input";

export default defineKind<Location>({
  kind: "location",
  Cell: LocationCell,
  Input: LocationInput,
  Filter: TextFilter,
  text: locationText,
  wide: true,
  inCell: false,
  width: 180,
});
