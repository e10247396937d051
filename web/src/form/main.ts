import { sayIn } from "~/kernel/i18n/messages";
import { type Asked, questionOf, type Shown } from "./question";
import { formPageWords } from "./words";
import { workFor } from "./work";
import "./form.css";

/** A form for the public, by itself or within another site: draws what the server describes, sends what was answered. */

interface Form {
  heading: string;
  intro: string | null;
  button: string | null;
  questions: Asked[];
  ticket: string;
  bits: number;
}

interface Thanks {
  thanks: string | null;
  redirect: string | null;
}

const say = sayIn(navigator.language.startsWith("en") ? "en-US" : "zh-CN", formPageWords);
const root = document.getElementById("form") as HTMLElement;
const here = new URLSearchParams(location.search);
const address = `/api/public/forms/${encodeURIComponent(location.pathname.split("/")[2] ?? "")}`;
const PAGE = "hk-page";
const REFERRER = "hk-referrer";

/** A ticket with the work it asks for, which begins while the visitor still writes. */
class Ticket {
  readonly work: Promise<string>;
  constructor(
    readonly value: string,
    bits: number,
  ) {
    this.work = workFor(value, bits);
  }
}

async function read(): Promise<Form | null> {
  const answer = await fetch(address, { headers: { accept: "application/json" } });
  return answer.ok ? ((await answer.json()) as Form) : null;
}

function paragraph(text: string, className: string): HTMLElement {
  const line = document.createElement("p");
  line.className = className;
  line.textContent = text;
  return line;
}

function announce(text: string) {
  root.replaceChildren(paragraph(text, "form-said"));
  root.firstElementChild?.setAttribute("role", "status");
}

function draw(form: Form) {
  document.title = form.heading;
  const heading = document.createElement("h1");
  heading.textContent = form.heading;
  const page = document.createElement("form");
  page.noValidate = true;
  const shown = form.questions.filter(asked => asked.parameter === null).map(asked => questionOf(asked, say));
  const trap = document.createElement("input");
  trap.name = "homepage";
  trap.tabIndex = -1;
  trap.autocomplete = "off";
  trap.className = "form-trap";
  trap.setAttribute("aria-hidden", "true");
  const failure = paragraph("", "form-failure");
  failure.setAttribute("role", "alert");
  const button = document.createElement("button");
  button.type = "submit";
  button.textContent = form.button || say("send");
  page.append(...shown.map(each => each.element), trap, failure, button);
  root.replaceChildren(heading, ...(form.intro ? [paragraph(form.intro, "form-intro")] : []), page);
  let ticket = new Ticket(form.ticket, form.bits);

  page.addEventListener("submit", async event => {
    event.preventDefault();
    button.disabled = true;
    button.textContent = say("sending");
    failure.textContent = "";
    try {
      let answer = await send(ticket, shown, trap.value);
      if (answer.status === 422 && (await wrong(answer.clone())).ticket) {
        const again = await read();
        if (again) {
          ticket = new Ticket(again.ticket, again.bits);
          answer = await send(ticket, shown, trap.value);
        }
      }
      if (answer.ok) return thank((await answer.json()) as Thanks);
      complain(shown, await wrong(answer), failure);
    } catch {
      failure.textContent = say("failed");
    }
    button.disabled = false;
    button.textContent = form.button || say("send");
  });
}

async function send(ticket: Ticket, shown: Shown[], trap: string): Promise<Response> {
  const parameters = Object.fromEntries([...here].filter(([name]) => name !== PAGE && name !== REFERRER));
  return fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({
      ticket: ticket.value,
      work: await ticket.work,
      trap,
      answers: Object.fromEntries(shown.map(each => [each.asked.key, each.answer()])),
      parameters,
      page: here.get(PAGE) ?? location.href.split("?")[0],
      referrer: here.get(REFERRER) ?? document.referrer,
    }),
  });
}

/** What is wrong by the key of the question; under an empty key what concerns none. */
async function wrong(answer: Response): Promise<Record<string, string>> {
  try {
    const problem = (await answer.json()) as {
      detail?: string;
      errors?: { field: string; message: string }[];
    };
    return problem.errors
      ? Object.fromEntries(problem.errors.map(error => [error.field, error.message]))
      : { "": problem.detail ?? say("failed") };
  } catch {
    return { "": say("failed") };
  }
}

function complain(shown: Shown[], errors: Record<string, string>, failure: HTMLElement) {
  let first: Shown | undefined;
  for (const each of shown) {
    const message = errors[each.asked.key] ?? null;
    each.complain(message);
    if (message !== null) first ??= each;
  }
  if (first) first.element.querySelector<HTMLElement>("input, select, textarea")?.focus();
  else failure.textContent = Object.values(errors)[0] ?? say("failed");
}

function thank({ thanks, redirect }: Thanks) {
  if (!redirect) return announce(thanks || say("thanks"));
  if (parent !== window) parent.postMessage({ hengkeRedirect: redirect }, "*");
  else location.assign(redirect);
}

if (parent !== window) {
  new ResizeObserver(() =>
    parent.postMessage({ hengkeHeight: document.documentElement.offsetHeight }, "*"),
  ).observe(document.documentElement);
}

read().then(
  form => (form ? draw(form) : announce(say("gone"))),
  () => announce(say("failed")),
);
