import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Language } from "~/kernel/api/contract";
import { type Pair, type Say, sayIn } from "./messages";

const LanguageContext = createContext<Language>("zh-CN");

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** `const say = useSay(messages)`, then `say("save")`. */
export function useSay<M extends Record<string, Pair>>(pairs: M): Say<M> {
  const language = useLanguage();
  return useMemo(() => sayIn(language, pairs), [language, pairs]);
}

/** Where nobody has chosen: what this browser last showed, else what the company says, else what the browser prefers. */
export function browserLanguage(ofCompany?: string): Language {
  for (const chosen of [localStorage.getItem("hengke.language"), ofCompany]) {
    if (chosen === "zh-CN" || chosen === "en-US") return chosen;
  }
  return navigator.language.toLowerCase().startsWith("en") ? "en-US" : "zh-CN";
}
