/** A record and those that stand below it. */
export interface Branch<T> {
  item: T;
  below: Branch<T>[];
}

/**
 * Stands records under one another. One whose upper is not among them stands at the top, and so does the first of a
 * circle, so that nothing is ever left out.
 */
export function forest<T>(
  items: T[],
  idOf: (item: T) => number,
  upperOf: (item: T) => number | null,
): Branch<T>[] {
  const known = new Map(items.map(item => [idOf(item), item]));
  const below = new Map<number, T[]>();
  const tops: T[] = [];
  for (const item of items) {
    const upper = upperOf(item);
    if (upper === null || !known.has(upper)) tops.push(item);
    else below.set(upper, [...(below.get(upper) ?? []), item]);
  }
  const stood = new Set<number>();
  const grow = (item: T): Branch<T> => {
    stood.add(idOf(item));
    const own = (below.get(idOf(item)) ?? []).filter(child => !stood.has(idOf(child)));
    return { item, below: own.map(grow) };
  };
  const grown = tops.map(grow);
  for (const item of items) if (!stood.has(idOf(item))) grown.push(grow(item));
  return grown;
}
