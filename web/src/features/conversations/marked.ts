/** A piece of a text, and whether it is one of the words looked for. */
export interface Part {
  at: number;
  text: string;
  hit: boolean;
}

/** A text in pieces, so that the words looked for can be shown as such; letters count alike in either case. */
export function marked(text: string, words: string): Part[] {
  const asked = words.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const lower = text.toLowerCase();
  // a letter that is longer in lower case would shift everything behind it
  if (asked.length === 0 || lower.length !== text.length) return [{ at: 0, text, hit: false }];
  const parts: Part[] = [];
  let at = 0;
  while (at < text.length) {
    const [next, length] = nearest(lower, asked, at);
    if (next > at) parts.push({ at, text: text.slice(at, next), hit: false });
    if (length > 0) parts.push({ at: next, text: text.slice(next, next + length), hit: true });
    at = next + length;
  }
  return parts;
}

function nearest(lower: string, asked: string[], from: number): [number, number] {
  let found: [number, number] = [lower.length, 0];
  for (const word of asked) {
    const at = lower.indexOf(word, from);
    if (at >= 0 && (at < found[0] || (at === found[0] && word.length > found[1]))) found = [at, word.length];
  }
  return found;
}
