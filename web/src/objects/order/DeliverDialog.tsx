import { useCatalog } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import CreateDialog from "~/kernel/forms/CreateDialog";
import type { CommandProps } from "~/kernel/overrides/overrides";

/** Where an order goes, as its delivery says too. */
const WHERE = ["deliveryAddress", "recipient", "phone"];

/** A delivery of an order, with all that is open of it until somebody says otherwise. */
export default function DeliverDialog({ object, record, onClose }: CommandProps) {
  const delivery = useCatalog().find("delivery");
  const nameOf = useNameOf(object);
  if (!delivery) return null;
  const where = WHERE.filter(field => record[field]).map(field => [field, record[field]]);
  return (
    <CreateDialog
      object={delivery}
      initial={{ ...Object.fromEntries(where), order: { id: record.id, label: nameOf(record) } }}
      onClose={onClose}
      onCreated={onClose}
    />
  );
}
