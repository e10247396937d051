const DAY = 24 * 60 * 60 * 1000;

/** How many days are left until then, begun ones counted; `null` when it is over or never comes. */
export function daysLeft(until: string | null | undefined, now: Date = new Date()): number | null {
  if (!until) return null;
  const left = new Date(until).getTime() - now.getTime();
  return left > 0 ? Math.ceil(left / DAY) : null;
}
