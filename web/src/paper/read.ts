import { sayIn } from "~/kernel/i18n/messages";
import { announce, element, headers, language, logo, moment, pathPart, root } from "./elements";
import { paperPageWords } from "./words";

/**
 * A paper behind a link, for its reader. First what it is; with a click its pages, and only then does it count as
 * opened: programs that follow links in mails do not click.
 */

interface Paper {
  title: string;
  kind: string;
  company: string;
  recipient: string;
  sentAt: string;
  until: string;
  pages: number;
}

const say = sayIn(language, paperPageWords);
const address = `/api/public/papers/${encodeURIComponent(pathPart(2))}`;

function cover(paper: Paper) {
  document.title = paper.title;
  const open = element("button", "paper-open", say("open"));
  open.type = "button";
  const facts = element("dl", "cover-facts");
  for (const [label, value] of [
    [say("recipient"), paper.recipient],
    [say("sentAt"), moment(paper.sentAt)],
    [say("until"), moment(paper.until)],
  ] as const) {
    facts.append(element("dt", "", label), element("dd", "", value));
  }
  root.replaceChildren(
    element(
      "section",
      "cover",
      logo(),
      element(
        "p",
        "cover-from",
        paper.company ? say("from", { company: paper.company }) : say("fromSomeone"),
      ),
      element("h1", "", paper.title),
      element("p", "quiet", say("facts", { kind: paper.kind, pages: paper.pages })),
      facts,
      open,
      element("p", "cover-note quiet", say("note")),
    ),
  );
  open.addEventListener("click", () => {
    void fetch(`${address}/opened`, { method: "POST", headers, keepalive: true });
    read(paper);
  });
  open.focus();
}

function read(paper: Paper) {
  const download = element("a", "paper-download", say("download"));
  download.href = `${address}/file`;
  download.setAttribute("download", "");
  const pages = Array.from({ length: paper.pages }, (_, at) => {
    const picture = element("img", "paper-page");
    picture.src = `${address}/pages/${at + 1}`;
    picture.alt = say("page", { page: at + 1, pages: paper.pages });
    picture.loading = at < 2 ? "eager" : "lazy";
    picture.width = 1075;
    picture.height = 1520;
    return picture;
  });
  root.replaceChildren(
    element("header", "paper-bar", element("h1", "", paper.title), download),
    element("div", "paper-pages", ...pages),
  );
  window.scrollTo(0, 0);
}

export async function show() {
  const answer = await fetch(address, { headers });
  if (answer.ok) cover((await answer.json()) as Paper);
  else if (answer.status === 404) announce(say("gone"), say("goneNext"));
  else announce(say("failed"), say("failedNext"));
}
