import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext } from "react";
import { api } from "~/kernel/api/api";
import type { Preferences, SessionData } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";

const SessionContext = createContext<SessionData | null>(null);

export const sessionKey = ["session"] as const;

/** Who is signed in; `null` when nobody is. */
export function useSessionQuery() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: async ({ signal }): Promise<SessionData | null> => {
      try {
        const session = await api.get<SessionData>("/session", signal);
        api.csrf = session.csrf;
        return session;
      } catch (problem) {
        if (problem instanceof Problem && problem.status === 401) return null;
        throw problem;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function SessionProvider({ session, children }: { session: SessionData; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): SessionData {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession outside a signed-in page");
  return session;
}

/** Changes preferences at once on screen, then on the server. */
export function useSavePreferences(): (change: Preferences) => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    async change => {
      queries.setQueryData<SessionData | null>(
        sessionKey,
        session => session && { ...session, preferences: { ...session.preferences, ...change } },
      );
      await api.patch("/session/preferences", change, { said: null });
      // Names of views, options and reasons come from the server in the language they were asked in.
      if (change.language) await queries.invalidateQueries();
    },
    [queries],
  );
}
