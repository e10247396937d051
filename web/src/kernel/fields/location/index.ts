import type { Location } from "~/kernel/api/contract";
import { defineKind } from "../kind";
import { LocationCell, locationText } from "./Cell";

export default defineKind<Location>({
  kind: "location",
  Cell: LocationCell,
  text: locationText,
  wide: true,
  inCell: false,
  width: 180,
});
