import { sayIn } from "~/kernel/i18n/messages";
import { button, element, facts, headers, language, logo, moment, pathPart, refusal, root } from "./elements";
import { verifyPageWords } from "./verifyWords";

/** Whether a paper is as it was signed: by the paper itself, and by the number on its record of signing. */

interface Signature {
  name: string;
  reason: string | null;
  at: string | null;
  stampedAt: string | null;
  subject: string | null;
  fingerprint: string | null;
  intact: boolean;
  whole: boolean;
  ours: boolean;
  own: boolean;
}

interface Verified {
  verdict: "intact" | "altered" | "unsigned";
  archived: "final" | "partly" | "none";
  hash: string;
  completedAt: string | null;
  signatures: Signature[];
}

interface Registered {
  company: string;
  state: string;
  completedAt: string | null;
  signatures: number;
  hash: string | null;
}

const say = sayIn(language, verifyPageWords);

export async function show(): Promise<void> {
  document.title = say("title");
  const result = element("div", "verdicts");
  result.setAttribute("aria-live", "polite");
  const input = element("input", "");
  input.type = "file";
  input.accept = "application/pdf,.pdf";
  input.hidden = true;
  const drop = element(
    "div",
    "drop",
    button("paper-open", say("choose"), () => input.click()),
    element("p", "quiet", say("drop")),
  );
  input.addEventListener("change", () => void verify(input.files?.[0], result));
  drop.addEventListener("dragover", event => event.preventDefault());
  drop.addEventListener("drop", event => {
    event.preventDefault();
    void verify(event.dataTransfer?.files[0], result);
  });
  root.replaceChildren(
    element(
      "section",
      "cover verify",
      logo(),
      element("h1", "", say("title")),
      element("p", "quiet", say("intro")),
      await registered(),
      drop,
      input,
      result,
    ),
  );
}

async function registered(): Promise<HTMLElement> {
  const code = pathPart(2);
  if (!code) return element("div", "");
  const answer = await fetch(`/api/public/verify/${encodeURIComponent(code)}`, { headers });
  if (!answer.ok) return element("p", "verdict verdict-bad", say("unknown"));
  const found = (await answer.json()) as Registered;
  const heading = found.company ? say("registered", { company: found.company }) : say("registeredSomeone");
  const state = found.completedAt
    ? say("complete", { time: moment(found.completedAt) })
    : ["out", "partly"].includes(found.state)
      ? say("underWay", { count: found.signatures })
      : say("over");
  return element(
    "div",
    "registered",
    element("h2", "", heading),
    element("p", "", state),
    ...(found.hash ? [facts([[say("hash"), found.hash]]), element("p", "quiet", say("compare"))] : []),
  );
}

async function verify(file: File | undefined, result: HTMLElement) {
  if (!file) return;
  result.replaceChildren(element("p", "quiet", say("checking")));
  const form = new FormData();
  form.append("file", file);
  const answer = await fetch("/api/public/verify", { method: "POST", headers, body: form }).catch(() => null);
  if (!answer?.ok) {
    const why = answer ? await refusal(answer, say("failed")) : say("failed");
    result.replaceChildren(element("p", "verdict verdict-bad", why));
    return;
  }
  const verified = (await answer.json()) as Verified;
  const good = verified.verdict === "intact";
  result.replaceChildren(
    element(
      "div",
      `verdict ${good ? "verdict-good" : "verdict-bad"}`,
      element("strong", "", `${good ? "✓" : "✕"} ${say(verified.verdict)}`),
      element("p", "", say(`${verified.verdict}Next`)),
      element("p", "", say(verified.archived)),
    ),
    facts([[say("hash"), verified.hash]]),
    ...(verified.signatures.length > 0 ? [element("h2", "", say("signatures"))] : []),
    ...verified.signatures.map(signature),
    ...(verified.signatures.length > 0
      ? [element("h2", "", say("proves")), element("p", "quiet", say("provesText"))]
      : []),
  );
}

function signature(each: Signature): HTMLElement {
  return element(
    "div",
    "signature",
    element(
      "p",
      "signature-head",
      element("strong", "", each.name || "–"),
      element("span", each.intact ? "good" : "bad", say(each.intact ? "good" : "bad")),
    ),
    facts([
      ...(each.at ? ([[say("signedAt"), moment(each.at)]] as const) : []),
      ...(each.stampedAt ? ([[say("stampedAt"), moment(each.stampedAt)]] as const) : []),
      ...(each.reason ? ([[say("how"), each.reason]] as const) : []),
      ...(each.subject ? ([[say("certificate"), each.subject]] as const) : []),
      ...(each.fingerprint ? ([[say("fingerprint"), each.fingerprint]] as const) : []),
    ]),
    element("p", "quiet", say(each.ours ? "ours" : "foreign")),
  );
}
