import type { ConversionMapping } from "~/kernel/api/contract";

/** What the company decided: by object and field, the field of the lead; empty for none. */
export type Own = Record<string, Record<string, string>>;

export type Taken = ConversionMapping["targets"][number]["fields"][number];

/** Only what was decided, not what holds by default. */
export function ownOf(mapping: ConversionMapping): Own {
  return Object.fromEntries(
    mapping.targets
      .map(
        target =>
          [
            target.object,
            Object.fromEntries(
              target.fields.filter(field => field.own).map(field => [field.field, field.from[0] ?? ""]),
            ),
          ] as const,
      )
      .filter(([, fields]) => Object.keys(fields).length > 0),
  );
}

/** The choice that shows for a field: one that has been decided and taken back shows its default once saved. */
export function chosen(field: Taken, own: Record<string, string>): string {
  const decided = own[field.field];
  if (decided !== undefined) return decided;
  return field.own ? "" : field.from.join();
}

/** The decisions without the one about a field. */
export function without(own: Record<string, string>, field: string): Record<string, string> {
  return Object.fromEntries(Object.entries(own).filter(([name]) => name !== field));
}
