import type { Address } from "~/kernel/api/contract";
import { useRegions } from "~/kernel/regions/regions";
import type { CellProps } from "../kind";

export function AddressCell({ value }: CellProps<Address>) {
  const regions = useRegions();
  const region = value.region ? (regions?.label(value.region) ?? "…") : null;
  const text = [region?.replaceAll(" / ", ""), value.street, value.postcode].filter(Boolean).join(" ");
  return <span title={text}>{text}</span>;
}
