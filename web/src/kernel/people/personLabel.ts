import { usePeople } from "./people";

/** What an active colleague is called whose id stands in an address; nothing as long as it is not known. */
export function usePersonLabel(id: number | null): string | null {
  const people = usePeople("", id !== null);
  return people.data?.items.find(person => person.id === id)?.label ?? (id === null ? null : `#${id}`);
}
