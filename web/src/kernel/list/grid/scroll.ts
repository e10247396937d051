const offsets = new Map<string, number>();

/** Where a list was scrolled to when it was left, so that coming back stands there again. */
export function scrollBefore(place: string): number {
  return offsets.get(place) ?? 0;
}

export function rememberScroll(place: string, offset: number): void {
  offsets.set(place, offset);
}
