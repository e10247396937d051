import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Language, Subscription, SubscriptionResults, Subscriptions } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { sayIn } from "~/kernel/i18n/messages";
import { type Audience, isSomebody } from "~/kernel/people/AudienceFields";
import type { KeptKind } from "../kept";
import { sendingWords } from "./messages";

const PATH = "/reports/subscriptions";
const KEY = ["reports", "subscriptions"];

export const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
/** As the schedule names the last day of a month. */
export const LAST_DAY = 31;

export type Schedule = Subscription["schedule"];

/** What is sent: a report or a dashboard, and what of it everybody is told. */
export interface Sendable {
  kind: "report" | "dashboard";
  id: number | string;
  name: string;
  shared: boolean;
  changeable: boolean;
  shipped: boolean;
}

export const sendableKind = (kind: KeptKind): Sendable["kind"] =>
  kind === "dashboards" ? "dashboard" : "report";

/** All of one report or dashboard. */
export function useSubscriptionsOn({ kind, id }: Sendable) {
  const language = useLanguage();
  return useQuery({
    queryKey: [...KEY, kind, String(id), language],
    queryFn: ({ signal }) =>
      api.get<Subscriptions>(`${PATH}?kind=${kind}&report=${encodeURIComponent(id)}`, signal),
  });
}

/** What one sends and what one receives. */
export function useSubscriptions() {
  const language = useLanguage();
  return useQuery({
    queryKey: [...KEY, "all", language],
    queryFn: ({ signal }) => api.get<Subscriptions>(PATH, signal),
  });
}

export function useResults(id: number) {
  const language = useLanguage();
  return useQuery({
    queryKey: [...KEY, "results", id, language],
    queryFn: ({ signal }) => api.get<SubscriptionResults>(`${PATH}/${id}`, signal),
  });
}

/** A subscription while it is being written. */
export interface Draft extends Audience {
  toMe: boolean;
  schedule: Schedule;
  pictures: boolean;
  workbook: boolean;
  note: string;
}

export const EMPTY: Draft = {
  toMe: true,
  people: [],
  departments: [],
  roles: [],
  schedule: { every: "day", weekdays: ["monday"], day: 1, at: "09:00", workdays: true },
  pictures: true,
  workbook: true,
  note: "",
};

export function draftOf({ audience, owner, schedule, pictures, workbook, note }: Subscription): Draft {
  const ids = (all: { id: number }[] | undefined) => (all ?? []).map(({ id }) => id);
  const chosen = {
    people: ids(audience?.people),
    departments: ids(audience?.departments),
    roles: ids(audience?.roles),
  };
  const toMe =
    chosen.people.length === 1 &&
    chosen.people[0] === owner.id &&
    chosen.departments.length + chosen.roles.length === 0;
  const weekdays = schedule.weekdays.length > 0 ? schedule.weekdays : ["monday"];
  return {
    toMe,
    ...(toMe ? { people: [], departments: [], roles: [] } : chosen),
    schedule: { ...schedule, weekdays },
    pictures,
    workbook,
    note,
  };
}

export function isReady(draft: Draft): boolean {
  const { every, weekdays, at } = draft.schedule;
  return (draft.toMe || isSomebody(draft)) && at !== "" && (every !== "week" || weekdays.length > 0);
}

/** As it is sent; `me` stands for oneself. */
export function bodyOf({ toMe, people, departments, roles, ...content }: Draft, me: number) {
  return {
    ...contentOf(content),
    ...(toMe ? { people: [me], departments: [], roles: [] } : { people, departments, roles }),
  };
}

function contentOf({ schedule, pictures, workbook, note }: Omit<Draft, keyof Audience | "toMe">) {
  const { every, weekdays, day, at, workdays } = schedule;
  return {
    schedule: {
      every,
      at,
      workdays,
      ...(every === "week" ? { weekdays } : {}),
      ...(every === "month" ? { day } : {}),
    },
    pictures,
    workbook,
    note: note.trim(),
  };
}

/** When it is sent, in words. */
export function scheduleText({ every, weekdays, day, at, workdays }: Schedule, language: Language): string {
  const say = sayIn(language, sendingWords);
  const names = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  // The fifth of January 2026 is a Monday.
  const days = WEEK.flatMap((each, index) =>
    weekdays.includes(each) ? names.format(Date.UTC(2026, 0, 5 + index)) : [],
  ).join(say("listed"));
  const when =
    every === "week"
      ? say("weekly", { days, at })
      : every === "day"
        ? say("daily", { at })
        : day === LAST_DAY
          ? say("monthEnd", { at })
          : say("monthly", { day, at });
  return workdays ? say("orNext", { when }) : when;
}

/** Keeping, pausing, trying and deleting. */
export function useSending() {
  const say = useSay(sendingWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const { modal, message } = App.useApp();
  const { busy, act } = useAct();
  const again = () => queries.invalidateQueries({ queryKey: KEY });
  return {
    busy,

    async save(of: Sendable, before: Subscription | null, draft: Draft, me: number) {
      const body = bodyOf(draft, before?.owner.id ?? me);
      if (before) {
        await api.patch(`${PATH}/${before.id}`, { ...body, version: before.version }, { said: say("saved") });
      } else await api.post(PATH, { kind: of.kind, report: of.id, ...body }, { said: say("saved") });
      await again();
    },

    setState: ({ id, version }: Subscription, state: "active" | "paused") =>
      act(async () => {
        await api.patch(`${PATH}/${id}`, { version, state });
        await again();
      }),

    receive: ({ id }: Subscription, receiving: boolean) =>
      act(async () => {
        await api.put(`${PATH}/${id}/receiving`, { receiving });
        await again();
      }),

    trial: (of: Pick<Sendable, "kind" | "id">, draft: Draft) =>
      act(async () => {
        const { to } = await api.post<{ to: string }>(`${PATH}/trial`, {
          kind: of.kind,
          report: of.id,
          ...contentOf(draft),
        });
        message.success(say("trialSent", { to }));
      }),

    async remove({ id, version }: Subscription) {
      const sure = await modal.confirm({
        title: say("deleteSure"),
        okText: sayCommon("delete"),
        okButtonProps: { danger: true },
      });
      if (!sure) return;
      await act(async () => {
        await api.delete(`${PATH}/${id}?version=${version}`, { said: say("deleted") });
        await again();
      });
    },
  };
}
