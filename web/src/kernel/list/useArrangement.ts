import { useCallback, useMemo } from "react";
import type { BusinessObject, View } from "~/kernel/api/contract";
import { useAddressState } from "~/kernel/navigation/navigation";
import {
  type Arrangement,
  arrangementOf,
  isChanged,
  PLAIN_ADDRESS,
  readArrangement,
  writeArrangement,
} from "./arrangement";
import { useViews, viewOf } from "./views/views";

export interface ArrangedList {
  views: View[];
  view: View | undefined;
  /** The views are still on their way, and with them what to ask for. */
  pending: boolean;
  arrangement: Arrangement;
  changed: boolean;
  search: string;
  peek: number | null;
  arrange: (change: Partial<Arrangement>) => void;
  setSearch: (text: string) => void;
  setPeek: (id: number | null) => void;
  goToView: (id: View["id"] | null) => void;
  discard: () => void;
}

/** What a list shows, as its view says and its address changes; all of it lives in the address. */
export function useArrangement(object: BusinessObject): ArrangedList {
  const [address, setAddress] = useAddressState();
  const answer = useViews(object.name);
  const views = answer.data ?? NO_VIEWS;
  const view = viewOf(views, address.view);
  const base = useMemo(() => arrangementOf(object, view), [object, view]);
  const { kind, filter, sort, columns, group } = address;
  const arrangement = useMemo(
    () => readArrangement(base, definedOnly({ kind, filter, sort, columns, group })),
    [base, kind, filter, sort, columns, group],
  );
  const peek = Number(address.peek) || null;
  return {
    views,
    view,
    pending: answer.isPending,
    arrangement,
    changed: isChanged(base, arrangement),
    search: address.search ?? "",
    peek,
    arrange: useCallback(
      change => setAddress(writeArrangement(base, { ...arrangement, ...change })),
      [setAddress, base, arrangement],
    ),
    setSearch: useCallback(text => setAddress({ search: text || null }, { replace: true }), [setAddress]),
    setPeek: useCallback(
      id => setAddress({ peek: id === null ? null : String(id) }, { replace: peek !== null && id !== null }),
      [setAddress, peek],
    ),
    goToView: useCallback(
      id => setAddress({ ...PLAIN_ADDRESS, view: id === null ? null : String(id) }),
      [setAddress],
    ),
    discard: useCallback(() => setAddress({ ...PLAIN_ADDRESS }), [setAddress]),
  };
}

const NO_VIEWS: View[] = [];

function definedOnly(address: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(address).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
