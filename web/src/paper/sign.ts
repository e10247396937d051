import { sayIn } from "~/kernel/i18n/messages";
import {
  announce,
  button,
  element,
  facts,
  headers,
  language,
  logo,
  moment,
  pathPart,
  refusal,
  root,
} from "./elements";
import { Pad } from "./pad";
import { signPageWords } from "./signWords";

/** A paper to sign: who it is for, a code from their mailbox or mobile, its pages to the end, and then a hand under it. */

interface Signing {
  title: string;
  kind: string;
  company: string;
  name: string;
  /** Masked; empty for none. */
  email: string;
  /** That the code goes to, masked; null where it goes by mail. */
  mobile: string | null;
  state: "asked" | "signed" | "complete" | "declined" | "expired" | "voided" | "partly" | "out";
  until: string;
  pages: number;
  open: boolean;
  read: boolean;
  consent: string;
  consentVersion: string;
  /** At which it is signed; null where it is signed here. */
  service: string | null;
  where: { page: number; left: number; top: number; width: number; height: number } | null;
}

const say = sayIn(language, signPageWords);
const address = `/api/public/signing/${encodeURIComponent(pathPart(2))}`;
const KEPT = `hengke-ticket-${pathPart(2).slice(0, 12)}`;
const PAUSE = 60;

/** Shows the server that this browser has given the code; forgotten when the tab closes. */
let ticket = sessionStorage.getItem(KEPT) ?? "";

function call(path: string, body?: unknown): Promise<Response> {
  return fetch(address + path, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      ...headers,
      ...(ticket ? { "Hengke-Ticket": ticket } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

export async function show(): Promise<void> {
  const answer = await call("");
  if (!answer.ok) return announce(say("gone"), say("goneNext"));
  const signing = (await answer.json()) as Signing;
  document.title = signing.title;
  const { state } = signing;
  if (state === "asked" && signing.service) return elsewhere(signing, signing.service);
  if (!signing.open && (state === "asked" || state === "complete")) return cover(signing);
  if (state === "asked") return paper(signing);
  if (state === "complete") return complete(signing);
  if (state === "declined") return announce(say("declined"), say("declinedNext"));
  if (state === "expired") return announce(say("expired"), say("expiredNext"));
  if (state === "voided") return announce(say("voided"), say("voidedNext"));
  announce(say("signedTitle"), say(signing.email === "" ? "signedNextLink" : "signedNext"));
}

/** It is signed at a service, which also sees who it is. */
function elsewhere(signing: Signing, service: string) {
  const said = element("p", "cover-note");
  said.setAttribute("role", "status");
  const go = button("paper-open", say("goTo", { service }), async () => {
    go.disabled = true;
    const answer = await call("/door", {}).catch(() => null);
    if (answer?.ok) {
      location.assign(((await answer.json()) as { address: string }).address);
      return;
    }
    said.textContent = answer ? await refusal(answer, say("failed")) : say("failed");
    go.disabled = false;
  });
  invite(signing, element("p", "cover-text", say("atService", { service })), go, said);
}

function cover(signing: Signing) {
  const said = element("p", "cover-note");
  said.setAttribute("role", "status");
  const form = element("form", "code-form");
  const input = element("input", "code-input");
  input.inputMode = "numeric";
  input.autocomplete = "one-time-code";
  input.maxLength = 6;
  input.placeholder = say("code");
  input.setAttribute("aria-label", say("code"));
  const check = element("button", "paper-open", say("check"));
  check.type = "submit";
  form.append(input, check);
  form.hidden = true;
  const sendCode = button("paper-open", say("sendCode"), async () => {
    sendCode.disabled = true;
    const answer = await call("/code", {});
    said.textContent = answer.ok ? say("codeSent") : await refusal(answer, say("failed"));
    if (answer.ok || answer.status === 429) {
      form.hidden = false;
      sendCode.className = "paper-quiet";
      input.focus();
      countDown(sendCode);
    } else sendCode.disabled = false;
  });
  form.addEventListener("submit", async event => {
    event.preventDefault();
    check.disabled = true;
    const answer = await call("/code/check", { code: input.value.trim() });
    check.disabled = false;
    if (!answer.ok) {
      said.textContent = await refusal(answer, say("failed"));
      input.select();
      return;
    }
    ticket = ((await answer.json()) as { ticket: string }).ticket;
    sessionStorage.setItem(KEPT, ticket);
    await show();
  });
  invite(
    signing,
    element(
      "p",
      "cover-text",
      signing.mobile === null
        ? say("codeText", { email: signing.email })
        : say("codeTextMobile", { mobile: signing.mobile }),
    ),
    form,
    sendCode,
    said,
  );
}

/** Who asks whom to sign what, and how. */
function invite(signing: Signing, ...how: Node[]) {
  root.replaceChildren(
    element(
      "section",
      "cover",
      logo(),
      element("p", "", signing.company ? say("from", { company: signing.company }) : say("fromSomeone")),
      element("h1", "", signing.title),
      element("p", "quiet", say("facts", { kind: signing.kind, pages: signing.pages })),
      facts([
        [say("signer"), signing.name],
        [say("until"), moment(signing.until)],
      ]),
      ...how,
    ),
  );
}

function countDown(sendCode: HTMLButtonElement) {
  let left = PAUSE;
  const tick = () => {
    sendCode.disabled = left > 0;
    sendCode.textContent = left > 0 ? say("sendAgainIn", { seconds: left }) : say("sendAgain");
    left -= 1;
    if (left >= 0) setTimeout(tick, 1000);
  };
  tick();
}

/** The pages, and below them what one may do: to sign, only once the last was in sight. */
function paper(signing: Signing) {
  let read = signing.read;
  const sign = button("paper-open", say("sign"), () => hand(signing));
  const note = element("span", "quiet paper-bar-note");
  const tell = () => {
    sign.disabled = !read;
    note.textContent = read ? "" : say("readOn");
  };
  const pages = Array.from({ length: signing.pages }, (_, at) => page(signing, at + 1));
  const bottom = element("div", "paper-end");
  root.replaceChildren(
    element("header", "paper-bar", element("h1", "", signing.title)),
    element("div", "paper-pages", ...pages, bottom),
    element(
      "footer",
      "paper-foot",
      button("paper-quiet", say("decline"), () => decline(signing)),
      note,
      sign,
    ),
  );
  tell();
  window.scrollTo(0, 0);
  new IntersectionObserver(async (seen, observer) => {
    if (read || !seen.some(each => each.isIntersecting) || !pages.every(each => each.dataset.drawn)) return;
    const answer = await call("/read", {});
    if (!answer.ok) return;
    read = true;
    observer.disconnect();
    tell();
  }).observe(bottom);
  for (const each of pages) {
    // What comes into sight late may push the end out of sight and in again.
    each.addEventListener("drawn", () => {
      const box = bottom.getBoundingClientRect();
      if (!read && box.top < window.innerHeight && pages.every(other => other.dataset.drawn)) {
        void call("/read", {}).then(answer => {
          read = answer.ok;
          tell();
        });
      }
    });
  }
}

/** One page, asked for when it comes near; with the place of the signature. */
function page(signing: Signing, number: number): HTMLElement {
  const picture = element("img", "paper-page");
  picture.alt = say("page", { page: number, pages: signing.pages });
  const sheet = element("div", "paper-sheet", picture);
  const { where } = signing;
  if (where?.page === number) {
    const mark = element("div", "paper-mark", say("here"));
    mark.style.left = `${where.left * 100}%`;
    mark.style.top = `${where.top * 100}%`;
    mark.style.width = `${where.width * 100}%`;
    mark.style.height = `${where.height * 100}%`;
    sheet.append(mark);
  }
  const load = new IntersectionObserver(
    async seen => {
      if (!seen.some(each => each.isIntersecting)) return;
      load.disconnect();
      const answer = await call(`/pages/${number}`);
      if (!answer.ok) return;
      picture.src = URL.createObjectURL(await answer.blob());
      await picture.decode().catch(() => {});
      sheet.dataset.drawn = "true";
      sheet.dispatchEvent(new Event("drawn"));
    },
    { rootMargin: "600px" },
  );
  load.observe(sheet);
  return sheet;
}

function hand(signing: Signing) {
  let typing = false;
  const failure = element("p", "paper-failure");
  failure.setAttribute("role", "alert");
  const agree = element("input", "");
  agree.type = "checkbox";
  const pad = new Pad(say("drawHere"), tell);
  const typed = element("input", "typed");
  typed.value = signing.name;
  typed.maxLength = 60;
  typed.setAttribute("aria-label", say("typedName"));
  const submit = button("paper-open", say("submit"), async () => {
    submit.disabled = true;
    submit.textContent = say("sending");
    failure.textContent = "";
    const answer = await call("/sign", {
      consent: signing.consentVersion,
      ...(typing ? { typed: typed.value.trim() } : { strokes: pad.strokes }),
    }).catch(() => null);
    if (answer?.ok) return show();
    failure.textContent = answer ? await refusal(answer, say("failed")) : say("failed");
    submit.textContent = say("submit");
    tell();
  });
  const frame = element(
    "div",
    "pad-frame",
    pad.canvas,
    button("pad-clear", say("clear"), () => {
      pad.clear();
      tell();
    }),
  );
  const byHand = button("choice", say("draw"), () => choose(false));
  const byType = button("choice", say("type"), () => choose(true));

  function choose(toType: boolean) {
    typing = toType;
    frame.hidden = typing;
    typed.hidden = !typing;
    byHand.setAttribute("aria-pressed", String(!typing));
    byType.setAttribute("aria-pressed", String(typing));
    tell();
  }

  function tell() {
    submit.disabled = !agree.checked || (typing ? typed.value.trim() === "" : pad.empty);
  }

  agree.addEventListener("change", tell);
  typed.addEventListener("input", tell);
  root.replaceChildren(
    element(
      "section",
      "cover hand",
      element("h1", "", say("signTitle")),
      element("p", "quiet", signing.title),
      element("div", "choices", byHand, byType),
      frame,
      typed,
      element("p", "consent", signing.consent),
      element("label", "agree", agree, say("agree")),
      failure,
      submit,
      button("paper-quiet", say("back"), () => paper({ ...signing, read: true })),
    ),
  );
  choose(false);
  window.scrollTo(0, 0);
}

function decline(signing: Signing) {
  const failure = element("p", "paper-failure");
  failure.setAttribute("role", "alert");
  const reason = element("textarea", "reason");
  reason.rows = 4;
  reason.maxLength = 500;
  reason.setAttribute("aria-label", say("reason"));
  const submit = button("paper-open danger", say("declineSubmit"), async () => {
    submit.disabled = true;
    const answer = await call("/decline", { reason: reason.value.trim() });
    if (answer.ok) return show();
    failure.textContent = await refusal(answer, say("failed"));
    submit.disabled = false;
  });
  submit.disabled = true;
  reason.addEventListener("input", () => {
    submit.disabled = reason.value.trim() === "";
  });
  root.replaceChildren(
    element(
      "section",
      "cover hand",
      element("h1", "", say("decline")),
      element("p", "quiet", say("reason")),
      reason,
      failure,
      submit,
      button("paper-quiet", say("back"), () => paper(signing)),
    ),
  );
  reason.focus();
}

function complete(signing: Signing) {
  const download = button("paper-open", say("download"), async () => {
    const answer = await call("/file");
    if (!answer.ok) return;
    const link = element("a", "");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = `${document.title}.pdf`;
    link.click();
  });
  announce(say("complete"), say(signing.email === "" ? "completeNextLink" : "completeNext"), download);
}
