import { sayIn } from "~/kernel/i18n/messages";
import { announce, language, pathPart } from "./elements";
import { paperPageWords } from "./words";
import "./paper.css";

/** What strangers see: a paper behind a link. */
const PAGES: Record<string, () => Promise<{ show: () => Promise<void> }>> = {
  p: () => import("./read"),
};

document.documentElement.lang = language;

async function begin() {
  const page = await PAGES[pathPart(1)]?.();
  await page?.show();
}

begin().catch(() => {
  const say = sayIn(language, paperPageWords);
  announce(say("failed"), say("failedNext"));
});
