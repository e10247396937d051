import type { Location } from "~/kernel/api/contract";
import type { CellProps } from "../kind";

export function LocationCell({ value }: CellProps<Location>) {
  return <span className="number">{locationText(value)}</span>;
}

export function locationText({ longitude, latitude, place }: Location): string {
  return place || `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
}
