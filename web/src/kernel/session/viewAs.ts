import { api } from "~/kernel/api/api";

/** Everything on the screen belongs to somebody else from now on: the page begins anew. */
async function beginAnew(change: Promise<unknown>): Promise<void> {
  await change;
  window.location.assign("/");
}

export function viewAs(user: number): Promise<void> {
  return beginAnew(api.post("/session/view-as", { user }, { said: null }));
}

export function stopViewing(): Promise<void> {
  return beginAnew(api.delete("/session/view-as", { said: null }));
}
