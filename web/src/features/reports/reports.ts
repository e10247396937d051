import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { api } from "~/kernel/api/api";
import type { KeptReport, Page } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import type { Answer } from "~/kernel/charts/answer";
import type { ChartChoice } from "~/kernel/charts/kinds";
import { useLanguage } from "~/kernel/i18n/language";
import { useSettled } from "~/kernel/pickers/useSettled";
import { keptKeys, useKeeping } from "./kept";
import { asked, type Question, questionOf, sameAs } from "./question";

/** A kept report as lists tell it. */
export type ReportLine = Omit<KeptReport, "chart" | "question"> & { chart: Partial<ChartChoice> };

export type Report = ReportLine & Draft;

export const useReportKeeping = () => useKeeping<Report, Draft>("reports");

function reportOf({ chart, question, ...line }: KeptReport): Report {
  return { ...line, chart: chart as Partial<ChartChoice>, question: questionOf(question) };
}

export function useReports() {
  const language = useLanguage();
  return useQuery({
    queryKey: [...keptKeys.list("reports"), language],
    queryFn: ({ signal }) => api.get<Page<ReportLine>>("/reports", signal),
    placeholderData: keepPreviousData,
  });
}

export function useReport(id: string) {
  return useQuery({
    queryKey: keptKeys.one("reports", id),
    queryFn: async ({ signal }): Promise<Report> =>
      reportOf(await api.get<KeptReport>(`/reports/${id}`, signal)),
    enabled: id !== "new",
    retry: false,
    // Somebody may be changing it right here; what is newer is told when it is saved.
    refetchOnWindowFocus: false,
    staleTime: 10_000,
  });
}

interface Found {
  question: Question;
  answer: Answer;
}

/** What a question found; the answer before stays until the next one comes. */
export interface Run {
  found: Found | null;
  busy: boolean;
  error: unknown;
  /** What is wrong at single parts of the question: `rows[0]`, `measures[1]`, `period`. */
  faults: Record<string, string>;
  again: () => void;
}

export function useRun(question: Question, pause = 350): Run {
  const language = useLanguage();
  const now = JSON.stringify(asked(question));
  const settled = useSettled(now, pause);
  const answer = useQuery({
    queryKey: ["reports", "run", settled, language],
    queryFn: async ({ signal }): Promise<Found> => {
      const put = JSON.parse(settled) as Question;
      return { question: put, answer: await api.ask<Answer>("/reports/run", put, signal) };
    },
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 30_000,
  });
  const last = useRef<Found | null>(null);
  if (answer.data) last.current = answer.data;
  return {
    found: last.current,
    busy: answer.isFetching || settled !== now,
    error: answer.error,
    faults: faultsOf(answer.error),
    again: () => void answer.refetch(),
  };
}

/** The first message about each part of a question. */
export function faultsOf(error: unknown): Record<string, string> {
  const faults: Record<string, string> = {};
  if (!(error instanceof Problem)) return faults;
  for (const [field, message] of Object.entries(error.byField())) {
    faults[field.split(".")[0] as string] ??= message;
  }
  return faults;
}

/** A question and how it is shown: what is built, and kept as a report. */
export interface Draft {
  question: Question;
  chart: Partial<ChartChoice>;
}

/** As it is sent: nothing that says nothing. */
export function written({ question, chart }: Draft): Draft {
  return { question: asked(question), chart };
}

/** Whether two say the same, in whatever order and with whatever is left out as saying nothing. */
export function sameDraft(one: Draft, other: Draft): boolean {
  const plain = ({ question, chart }: Draft) => ({
    question: ordered(asked(question)),
    chart: ordered(chart),
  });
  return sameAs(plain(one), plain(other));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined && part !== null)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, ordered(part)]),
  );
}
