import { api } from "~/kernel/api/api";

interface Ways {
  /** What the button of the provider says; empty for its usual name. */
  provider: string | null;
  /** Whether a link for a new password can be mailed. */
  forgotten: boolean;
}

/** What the sign-in page offers. */
export const doorQuery = {
  queryKey: ["door"],
  queryFn: () => api.get<Ways>("/door"),
  retry: false,
};
