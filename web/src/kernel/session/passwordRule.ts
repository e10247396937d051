import { useSay } from "~/kernel/i18n/language";
import { useBranding } from "./branding";
import { sessionWords } from "./messages";

const SHORTEST = 10;

/** What the company demands of a password, in words. */
export function usePasswordRule(): string {
  const say = useSay(sessionWords);
  const branding = useBranding();
  const length = branding?.passwordLength ?? SHORTEST;
  const classes = branding?.passwordClasses ?? 1;
  return classes > 1 ? say("passwordMixed", { length, classes }) : say("passwordRule", { length });
}
