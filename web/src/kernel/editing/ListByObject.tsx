import type { ReactNode } from "react";
import { Panel } from "~/ui/Page";

interface Props<One> {
  objects: { name: string; label: string }[];
  items: One[];
  line: (one: One) => ReactNode;
}

/** What is edited, in a panel for each object that has any. */
export function ListByObject<One extends { id: number; object: string }>({
  objects,
  items,
  line,
}: Props<One>) {
  return objects
    .map(object => ({ ...object, its: items.filter(each => each.object === object.name) }))
    .filter(({ its }) => its.length > 0)
    .map(({ name, label, its }) => (
      <Panel key={name} title={label}>
        <ul>
          {its.map(each => (
            <li key={each.id}>{line(each)}</li>
          ))}
        </ul>
      </Panel>
    ));
}
