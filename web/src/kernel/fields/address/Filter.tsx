import type { FilterProps } from "../kind";
import { RegionFilter } from "../region/Filter";
import { TextFilter } from "../text/Filter";

/** `under` asks for a region, everything else for words of the street. */
export function AddressFilter(props: FilterProps) {
  return props.operator === "under" ? <RegionFilter {...props} /> : <TextFilter {...props} />;
}
