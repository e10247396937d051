import { useRegions } from "~/kernel/regions/regions";
import type { CellProps } from "../kind";

export function RegionCell({ value }: CellProps<string>) {
  const regions = useRegions();
  const name = regions?.label(value) ?? "…";
  return <span title={name}>{name}</span>;
}
