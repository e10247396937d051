/** For `throwOnError`: a page fails when it has nothing to show, not when what it shows could not be refreshed. */
export function withoutData(_: unknown, query: { state: { data: unknown } }): boolean {
  return query.state.data === undefined;
}
