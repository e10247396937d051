import type { BusinessObject, Field, Mask } from "~/kernel/api/contract";
import type { rightsWords } from "./messages";

/** The word for each mask, with an example of what is left. */
export const MASK_WORDS = {
  all: "maskAll",
  name: "maskName",
  tail: "maskTail",
  ends: "maskEnds",
  email: "maskEmail",
  phone: "maskPhone",
} as const satisfies Record<Mask, keyof typeof rightsWords>;

const TEXTUAL = ["text", "longText", "richText", "phone", "email", "url", "autoNumber"];

/** The mask of a field while no other is chosen; the server decides likewise. */
export function usualMask(object: BusinessObject, field: Field): Mask {
  if (field.kind === "phone" || field.kind === "email") return field.kind;
  return field.kind === "text" && field.name === object.titleField ? "name" : "all";
}

/** What is no text can only be covered whole. */
export function fittingMasks(field: Field): Mask[] {
  return TEXTUAL.includes(field.kind) ? (Object.keys(MASK_WORDS) as Mask[]) : ["all"];
}
