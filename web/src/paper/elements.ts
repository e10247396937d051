import type { Language } from "~/kernel/api/contract";

/** The language of the reader's browser. */
export const language: Language = navigator.language.startsWith("en") ? "en-US" : "zh-CN";

export const headers = { accept: "application/json", "accept-language": language };

export const root = document.getElementById("paper") as HTMLElement;

/** A part of the path, from 1. */
export function pathPart(at: number): string {
  return location.pathname.split("/")[at] ?? "";
}

/** An element with a class and what stands in it; texts are always texts. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...within: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...within);
  return made;
}

export function button(className: string, text: string, act: () => void): HTMLButtonElement {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** Facts with their labels. */
export function facts(values: readonly (readonly [string, string])[]): HTMLElement {
  const list = element("dl", "cover-facts");
  for (const [label, value] of values) list.append(element("dt", "", label), element("dd", "", value));
  return list;
}

/** A moment as the reader's own clock and language tell it. */
export function moment(instant: string): string {
  return new Date(instant).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
}

/** In place of everything: what there is to say, and what to do next. */
export function announce(title: string, next: string, ...more: Node[]) {
  root.replaceChildren(
    element("section", "cover", element("h1", "", title), element("p", "quiet", next), ...more),
  );
  root.firstElementChild?.setAttribute("role", "status");
}

/** The company's own, where it has one. */
export function logo(): HTMLElement {
  const place = element("div", "");
  void fetch("/api/branding", { headers }).then(async answer => {
    const { logo: address } = answer.ok ? ((await answer.json()) as { logo: string | null }) : { logo: null };
    if (!address) return;
    const picture = element("img", "cover-logo");
    picture.src = address;
    picture.alt = "";
    place.append(picture);
  });
  return place;
}

/** What a refusal says: about a field, or as a whole. */
export async function refusal(answer: Response, otherwise: string): Promise<string> {
  try {
    const problem = (await answer.json()) as { detail?: string; errors?: { message: string }[] };
    return problem.errors?.[0]?.message ?? problem.detail ?? otherwise;
  } catch {
    return otherwise;
  }
}
