import type { Filter, Labelled } from "~/kernel/api/contract";

export const WEBHOOKS = ["webhooks"];

export const WHAT = ["created", "updated", "deleted"] as const;
export type What = (typeof WHAT)[number];

/** What an endpoint wants to hear of the records of an object. */
export interface Interest {
  object: string;
  what: What[];
  filter: Filter | null;
}

export interface Webhook {
  id: number;
  name: string;
  address: string;
  active: boolean;
  off: string | null;
  fault: string | null;
  acting: Labelled;
  interests: Interest[];
  waiting: number;
  parked: number;
  delivered: number;
  failingSince: string | null;
  version: number;
}

export interface Delivery {
  id: number;
  endpoint: number;
  message: string;
  type: string;
  object: string | null;
  record: number | null;
  state: "waiting" | "delivered" | "parked";
  attempts: number;
  createdAt: string;
  dueAt: string;
  status: number | null;
  fault: string | null;
}

export interface WholeDelivery {
  delivery: Delivery;
  body: string;
  attempts: {
    at: string;
    millis: number;
    status: number | null;
    fault: string | null;
    answer: string | null;
  }[];
}

export interface All {
  items: Webhook[];
  objects: { name: string; label: string }[];
}
