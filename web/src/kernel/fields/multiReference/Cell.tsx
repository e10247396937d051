import { Fragment } from "react";
import type { Labelled } from "~/kernel/api/contract";
import type { CellProps } from "../kind";
import { RecordName } from "../parts/RecordName";

export function MultiReferenceCell({ field, value }: CellProps<Labelled[]>) {
  return value.map((record, index) => (
    <Fragment key={record.id}>
      {index > 0 && "、"}
      <RecordName record={{ object: field.targets?.[0] ?? "", ...record }} />
    </Fragment>
  ));
}
