import { queryOptions } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Page } from "~/kernel/api/contract";
import type { components } from "~/kernel/api/wire";

export type Signing = components["schemas"]["Signing"];
export type SigningDraft = components["schemas"]["SigningDraft"];
export type SigningLine = components["schemas"]["SigningLine"];
type Spot = components["schemas"]["PaperSpot"];

/** A place on a page, from its upper left corner, in points. */
export interface Place {
  page: number;
  x: number;
  y: number;
}

export interface Signer extends Place {
  key: number;
  ours: boolean;
  name: string;
  email: string;
  phone: string;
  /** Where their code goes. */
  codeBy: "mail" | "sms";
  seal: number | null;
  person: number | null;
  edge: boolean;
}

const MOBILE = /^1[3-9]\d{9}$/;
const POINTS_PER_MILLIMETRE = 72 / 25.4;
/** Room for a signature by hand. */
const HAND = { wide: 45, high: 18 };

export function signingsOf(object: string, id: number): string {
  return `/signings/${object}/${id}`;
}

export function signingQuery(object: string, id: number) {
  return queryOptions({
    queryKey: ["signings", object, id],
    queryFn: ({ signal }) => api.get<Page<Signing> & { open: boolean }>(signingsOf(object, id), signal),
  });
}

export function logQuery(object: string, id: number, envelope: number) {
  return queryOptions({
    queryKey: ["signings", object, id, envelope, "log"],
    queryFn: ({ signal }) => api.get<Page<SigningLine>>(`${signingsOf(object, id)}/${envelope}/log`, signal),
  });
}

export async function placesOf(object: string, id: number, envelope: number, text: string): Promise<Spot[]> {
  const query = new URLSearchParams({ text });
  const answer = await api.get<Page<Spot>>(`${signingsOf(object, id)}/${envelope}/places?${query}`);
  return answer.items;
}

export function isUnderWay(signing: Signing): boolean {
  return signing.state === "out" || signing.state === "partly";
}

/** Is it a number that codes can go to? */
export function isMobile(phone: string): boolean {
  return MOBILE.test(phone);
}

/** Is everything known that is needed to ask them? What exactly is right, the server says. */
export function isComplete(signer: Signer, draft: SigningDraft): boolean {
  if (signer.ours) return (signer.seal !== null || draft.service !== null) && signer.person !== null;
  const reached = signer.codeBy === "sms" ? signer.phone : signer.email;
  return signer.name.trim() !== "" && reached.trim() !== "";
}

/** Has whoever gives the paper out to give them the link? */
export function isHandedOver(signer: Signer, draft: SigningDraft): boolean {
  return !signer.ours && (!draft.mail || signer.email.trim() === "");
}

/** How large what they leave on the page is, in points. */
export function sizeOf(signer: Signer, draft: SigningDraft): { width: number; height: number } {
  const seal = signer.ours ? draft.seals.find(each => each.id === signer.seal) : undefined;
  const sealed = signer.ours && draft.service === null;
  const wide = sealed ? (seal?.millimetres ?? 40) : HAND.wide;
  const high = sealed ? (seal?.high ?? 40) : HAND.high;
  return { width: wide * POINTS_PER_MILLIMETRE, height: high * POINTS_PER_MILLIMETRE };
}

/** The place, moved so that all of it stands on its page. */
export function within(place: Place, signer: Signer, draft: SigningDraft): Place {
  const page = Math.min(Math.max(1, place.page), draft.pages.length);
  const sheet = draft.pages[page - 1] ?? { width: 595, height: 842 };
  const { width, height } = sizeOf(signer, draft);
  const keep = (value: number, most: number) =>
    Math.round(Math.min(Math.max(0, value), Math.max(0, most)) * 10) / 10;
  return { page, x: keep(place.x, sheet.width - width), y: keep(place.y, sheet.height - height) };
}

/** Beside what the paper says there: a seal over it, a signature below it. */
export function beside(spot: Place, signer: Signer, draft: SigningDraft): Place {
  const { height } = sizeOf(signer, draft);
  return within(
    { page: spot.page, x: spot.x + (signer.ours ? 24 : 0), y: spot.y + (signer.ours ? 30 - height / 2 : 6) },
    signer,
    draft,
  );
}

/** The other side first, then we with the first seal and its first holder, each where the paper speaks of them. */
export function firstSigners(draft: SigningDraft): Signer[] {
  const texted = codeFirst(draft) === "sms";
  const reachable = draft.recipients.filter(each => (texted ? isMobile(each.phone) : each.address !== ""));
  const recipient = reachable.find(each => each.named) ?? reachable[0];
  const theirs = newSigner(1, false, draft, {
    name: recipient?.name ?? "",
    email: recipient?.address ?? "",
    phone: recipient && isMobile(recipient.phone) ? recipient.phone : "",
  });
  return oursPossible(draft) ? [theirs, newSigner(2, true, draft)] : [theirs];
}

/** Mail, which also carries the link, unless only mobiles can be reached. */
function codeFirst(draft: SigningDraft): Signer["codeBy"] {
  return draft.sms && !draft.mail ? "sms" : "mail";
}

/** Is there anybody who could sign for us: a holder of a seal, or a colleague whom a service can ask? */
export function oursPossible(draft: SigningDraft): boolean {
  return draft.service === null ? draft.seals.length > 0 : draft.colleagues.length > 0;
}

export function newSigner(
  key: number,
  ours: boolean,
  draft: SigningDraft,
  known: Partial<Signer> = {},
): Signer {
  const seal = ours && draft.service === null ? draft.seals[0] : undefined;
  const signer: Signer = {
    key,
    ours,
    name: "",
    email: "",
    phone: "",
    codeBy: codeFirst(draft),
    seal: seal?.id ?? null,
    person: seal?.holders[0]?.id ?? (ours ? (draft.colleagues[0]?.id ?? null) : null),
    edge: seal !== undefined && draft.pages.length > 1,
    page: draft.pages.length,
    x: 0,
    y: 0,
    ...known,
  };
  const sheet = draft.pages.at(-1);
  const spot = (ours ? draft.ours : draft.theirs) ?? {
    page: draft.pages.length,
    x: (sheet?.width ?? 595) * (ours ? 0.55 : 0.1),
    y: (sheet?.height ?? 842) * 0.75,
  };
  return { ...signer, ...beside(spot, signer, draft) };
}

export function start(
  object: string,
  id: number,
  draft: SigningDraft,
  signers: Signer[],
  days: number,
  message: string,
): Promise<void> {
  return api.post(
    `${signingsOf(object, id)}/${draft.id}/start`,
    {
      signers: signers.map(signer => ({
        ...(signer.ours ? ourSide(signer) : theirSide(signer)),
        page: signer.page,
        x: signer.x,
        y: signer.y,
      })),
      days,
      message: message.trim() || null,
    },
    { said: null },
  );
}

function ourSide({ person, seal, edge }: Signer) {
  return { person, ...(seal === null ? {} : { seal, edge }) };
}

function theirSide({ name, email, phone, codeBy }: Signer) {
  return {
    name: name.trim(),
    email: email.trim() || null,
    ...(codeBy === "sms" ? { codeBy, phone: phone.trim() } : {}),
  };
}
