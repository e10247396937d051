import { sayIn } from "~/kernel/i18n/messages";
import { announce, language, pathPart } from "./elements";
import { paperPageWords } from "./words";
import "./paper.css";

/** What strangers see: a paper behind a link, one to sign, and whether one is as it was signed. */
const PAGES: Record<string, () => Promise<{ show: () => Promise<void> }>> = {
  p: () => import("./read"),
  s: () => import("./sign"),
  verify: () => import("./verify"),
};

document.documentElement.lang = language;

async function begin() {
  const page = await (PAGES[pathPart(1)] ?? PAGES.verify)?.();
  await page?.show();
}

begin().catch(() => {
  const say = sayIn(language, paperPageWords);
  announce(say("failed"), say("failedNext"));
});
