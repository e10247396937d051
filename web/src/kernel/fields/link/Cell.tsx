import type { RecordLink } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import type { CellProps } from "../kind";
import { RecordName } from "../parts/RecordName";

export function LinkCell({ value }: CellProps<RecordLink>) {
  const catalog = useCatalog();
  return (
    <span>
      <span className="quiet">{catalog.labelOf(value.object)} </span>
      <RecordName record={value} />
    </span>
  );
}
