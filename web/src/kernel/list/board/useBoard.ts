import { useQuery } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { api } from "~/kernel/api/api";
import type { BoardQuery, BoardRows, RecordPage } from "~/kernel/api/contract";
import { pageOf } from "./board";

/** Cards that a column begins with; more come as one scrolls. */
const CARDS = 50;

interface Reading {
  text: string;
  answer: Promise<BoardRows>;
}

/**
 * Number, sum and first cards of all columns in one request: whoever asks at the same moment, the head of the board or
 * any of its columns, shares the answer.
 */
export function useBoard(object: string, question: Omit<BoardQuery, "limit" | "may"> | null) {
  const text = JSON.stringify(question);
  const reading = useRef<Reading | null>(null);

  const read = useCallback((): Promise<BoardRows> => {
    const now = reading.current;
    if (now?.text === text) return now.answer;
    const asked = JSON.parse(text) as BoardQuery;
    const answer = api.ask<BoardRows>(`/records/${object}/board`, { ...asked, limit: CARDS, may: true });
    const mine: Reading = { text, answer };
    reading.current = mine;
    // what is asked later must not be told what was read before
    setTimeout(() => {
      if (reading.current === mine) reading.current = null;
    }, 0);
    return answer;
  }, [object, text]);

  const columns = useQuery({
    queryKey: ["board", object, text],
    queryFn: read,
    enabled: question !== null,
    // it is refreshed with its cards, which is once for each change
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

  const latest = useRef(read);
  latest.current = read;
  const first = useCallback(
    async (value: string | null): Promise<RecordPage> => pageOf(await latest.current(), value),
    [],
  );
  return { columns, first };
}
