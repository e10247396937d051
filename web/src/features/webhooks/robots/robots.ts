import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Robot, SimulatedGroup } from "~/kernel/api/contract";
import type { Audience } from "~/kernel/people/AudienceFields";
import { WEBHOOKS } from "../webhooks";

/** Below the webhooks, because what was sent is told there. */
export const ROBOTS = [...WEBHOOKS, "robots"];

export const PRODUCTS = ["wecom", "dingtalk", "feishu"] as const;
export type ProductName = (typeof PRODUCTS)[number];

/** What came to a simulated group; it comes within seconds. */
export function useSimulatedGroup(id: number) {
  return useQuery({
    queryKey: [...ROBOTS, "simulated", id],
    queryFn: ({ signal }) => api.get<SimulatedGroup>(`/robots/${id}/simulated`, signal),
    refetchInterval: 3000,
  });
}

/** A robot while it is being written; address and secret as for `SecretInput`. */
export interface RobotDraft extends Audience {
  name: string;
  product: string;
  simulated: boolean;
  address: string;
  secret: string | null | undefined;
  active: boolean;
  kinds: string[];
  everybody: boolean;
  calls: boolean;
  language: string;
}

export function draftOf(robot: Robot | null, language: string): RobotDraft {
  const ids = (all: { id: number }[] | undefined) => (all ?? []).map(({ id }) => id);
  return {
    name: robot?.name ?? "",
    product: robot?.product ?? "wecom",
    simulated: robot?.simulated ?? false,
    address: "",
    secret: undefined,
    active: robot?.active ?? true,
    kinds: robot?.kinds ?? [],
    everybody: robot?.audience.everybody ?? true,
    people: ids(robot?.audience.people),
    departments: ids(robot?.audience.departments),
    roles: ids(robot?.audience.roles),
    calls: robot?.calls ?? true,
    language: robot?.language ?? language,
  };
}

/** As it goes over the wire: what was not typed stays as it is, and for everybody nobody is named. */
export function bodyOf(draft: RobotDraft): object {
  const { people, departments, roles, address, secret, ...rest } = draft;
  return {
    ...rest,
    ...(address && { address }),
    ...(secret !== undefined && { secret }),
    ...(!draft.everybody && { people, departments, roles }),
  };
}
