import type { Address } from "~/kernel/api/contract";
import { regionText } from "~/kernel/regions/regions";
import { defineKind } from "../kind";
import { AddressCell } from "./Cell";
import { AddressFilter } from "./Filter";
import { AddressInput } from "./Input";

export default defineKind<Address>({
  kind: "address",
  Cell: AddressCell,
  Input: AddressInput,
  Filter: AddressFilter,
  text: ({ region, street, postcode }) =>
    [region && regionText(region).replaceAll(" / ", ""), street, postcode].filter(Boolean).join(" "),
  wide: true,
  inCell: false,
  width: 240,
});
