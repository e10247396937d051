import type { ReactNode } from "react";
import { useSay } from "~/kernel/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { sessionWords } from "./messages";
import { useSession } from "./session";

/** Says who may, to those who came here by an address that is not for them. */
export function AdministratorsOnly({ children }: { children: ReactNode }) {
  const say = useSay(sessionWords);
  if (useSession().user.administrator) return <>{children}</>;
  return <EmptyState title={say("administratorsOnly")} text={say("administratorsOnlyText")} />;
}
