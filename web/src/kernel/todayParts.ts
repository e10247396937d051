import { type ComponentType, createContext, useContext } from "react";

interface TodayPart {
  name: string;
  Part: ComponentType<{ whose: "me" | "myTeam" }>;
}

/** What features add to the page of today, given by whoever knows all features. */
export const TodayParts = createContext<TodayPart[]>([]);

export const useTodayParts = (): TodayPart[] => useContext(TodayParts);
