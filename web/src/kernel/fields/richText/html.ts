/** The words of formatted text, without running or loading anything in it. */
export function plainWords(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const block of page.querySelectorAll("p, li, br, div, h1, h2, h3, tr")) block.append(" ");
  return (page.body.textContent ?? "").replace(/\s+/g, " ").trim();
}

const ALLOWED = new Set([
  "P",
  "BR",
  "B",
  "STRONG",
  "I",
  "EM",
  "U",
  "S",
  "UL",
  "OL",
  "LI",
  "A",
  "H1",
  "H2",
  "H3",
  "BLOCKQUOTE",
  "CODE",
  "PRE",
]);
const DROPPED = new Set([
  "SCRIPT",
  "STYLE",
  "IFRAME",
  "OBJECT",
  "EMBED",
  "SVG",
  "MATH",
  "TEMPLATE",
  "NOSCRIPT",
  "TITLE",
]);

/** Formatted text reduced to plain formatting; what is not known becomes its words, links keep only web and mail addresses. */
export function cleanHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  clean(page.body);
  return page.body.innerHTML;
}

function clean(parent: Element): void {
  for (const child of [...parent.children]) {
    if (DROPPED.has(child.tagName.toUpperCase())) {
      child.remove();
      continue;
    }
    clean(child);
    if (!ALLOWED.has(child.tagName)) {
      child.replaceWith(...child.childNodes);
      continue;
    }
    const href = child.tagName === "A" ? child.getAttribute("href") : null;
    for (const { name } of [...child.attributes]) child.removeAttribute(name);
    if (href && /^(https?:|mailto:)/i.test(href.trim())) {
      child.setAttribute("href", href.trim());
      child.setAttribute("rel", "noopener noreferrer");
      child.setAttribute("target", "_blank");
    }
  }
}
