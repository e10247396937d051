import type { Address } from "~/kernel/api/contract";
import { defineEditor } from "../kind";
import { AddressFilter } from "./Filter";
import { AddressInput } from "./Input";

export default defineEditor<Address>({
  kind: "address",
  Input: AddressInput,
  Filter: AddressFilter,
});
