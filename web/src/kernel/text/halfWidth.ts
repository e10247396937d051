/** Full-width letters, digits and marks as an input method leaves them, in their half-width form. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ")
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/。/g, ".")
    .replace(/￥/g, "¥")
    .trim();
}

/** A phone number as typed: half-width, without the spaces and dashes people put between the groups. */
export function phoneText(text: string): string {
  return halfWidth(text).replace(/(?<=\d)[\s-]+(?=\d)/g, separator => (separator.includes("-") ? "-" : ""));
}

/** An address of mail or of a page: half-width and without spaces. */
export function addressText(text: string): string {
  return halfWidth(text).replace(/\s+/g, "");
}
