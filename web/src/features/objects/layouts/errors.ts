/** The messages about what lies below a path, by what remains of their own. */
export function errorsUnder(errors: Record<string, string>, path: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([field]) => field.startsWith(path))
      .map(([field, message]) => [field.slice(path.length), message]),
  );
}

/** The first message about a path or anything below it. */
export function errorAt(errors: Record<string, string>, path: string): string | undefined {
  return Object.entries(errors).find(
    ([field]) => field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`),
  )?.[1];
}
