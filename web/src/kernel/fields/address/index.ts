import type { Address } from "~/kernel/api/contract";
import { regionText } from "~/kernel/regions/regions";
import { defineKind } from "../kind";
import { AddressCell } from "./Cell";

export default defineKind<Address>({
  kind: "address",
  Cell: AddressCell,
  text: ({ region, street, postcode }) =>
    [region && regionText(region).replaceAll(" / ", ""), street, postcode].filter(Boolean).join(" "),
  wide: true,
  inCell: false,
  width: 240,
});
