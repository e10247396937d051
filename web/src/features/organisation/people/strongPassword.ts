/** No letter or digit that is taken for another. */
const LETTERS = "abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679";

/** A password to hand over: four groups of four, about 90 bits. */
export function strongPassword(random: (most: number) => number = fairly): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[random(LETTERS.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}

/** A number below the given one, each as likely as the other. */
function fairly(most: number): number {
  const fair = Math.floor(256 / most) * most;
  const byte = new Uint8Array(1);
  do crypto.getRandomValues(byte);
  while ((byte[0] as number) >= fair);
  return (byte[0] as number) % most;
}
