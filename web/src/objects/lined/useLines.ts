import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api } from "~/kernel/api/api";
import type { Labelled, Prices, RecordData, RecordPage } from "~/kernel/api/contract";
import { digitsOf, useCurrencies } from "~/kernel/fields/money/currencies";
import type { RecordForm } from "~/kernel/forms/useRecordForm";
import { useSettled } from "~/kernel/pickers/useSettled";
import { recordKeys } from "~/kernel/records/records";
import { lineAmounts, sumOf } from "./lineAmounts";
import { emptyRow, isBlank, type LineRow, pastedLines, plain, rowOf, wireOf } from "./rows";

/** The lines of a document under edit: what is typed, what it comes to, and how it gets into the form. */
export function useLines(form: RecordForm, start: RecordData[]) {
  const queries = useQueryClient();
  const known = useCurrencies();
  const [rows, setRows] = useState<LineRow[]>(() => (start.length > 0 ? start.map(rowOf) : [emptyRow()]));
  const currency = (form.draft.currency as string | null | undefined) ?? known.base;
  const digits = digitsOf(known, currency);
  const taxIncluded = form.draft.taxIncluded !== false;

  /** What is typed while an answer is waited for is not to be lost. */
  const latest = useRef(rows);

  function change(next: LineRow[]) {
    latest.current = next;
    setRows(next);
    form.set("lines", next.filter(row => !isBlank(row)).map(wireOf));
  }

  usePrices(form, currency, rows, change);

  const amounts = rows.map(row => lineAmounts(row, taxIncluded, digits));
  const sent = rows.filter(row => !isBlank(row));

  return {
    rows,
    currency,
    digits,
    amounts,
    totals: sumOf(amounts.filter(each => each !== undefined)),
    /** What the server says is wrong with a field of a line. */
    errorOf: (row: LineRow, field: string) => form.errors[`lines[${sent.indexOf(row)}].${field}`]?.message,
    add: (row: Partial<LineRow> = {}) => change([...rows, { ...emptyRow(), ...row }]),
    remove: (row: LineRow) => change(rows.filter(other => other !== row)),
    edit: (row: LineRow, changes: Partial<LineRow>) =>
      change(rows.map(other => (other === row ? { ...row, ...changes } : other))),
    discountAll: (discount: string) => change(rows.map(row => (isBlank(row) ? row : { ...row, discount }))),
    move(row: LineRow, by: -1 | 1) {
      const at = rows.indexOf(row);
      const other = rows[at + by];
      if (!other) return;
      change(rows.with(at, other).with(at + by, row));
    },
    /** The name and tax of a product come with it; its price follows. */
    async put(row: LineRow, product: Labelled | null) {
      const its = product && (await queries.fetchQuery(productQuery(product.id)));
      const taken: Partial<LineRow> = { product, price: "", priced: "books", floor: undefined };
      const name = its ? String(its.name ?? "") : "";
      change(
        latest.current.map(other =>
          other.key === row.key
            ? { ...other, ...taken, name, unit: "", taxRate: its ? plain(its.taxRate) : row.taxRate }
            : other,
        ),
      );
    },
    /** Answers how many lines came, and of how many the product is known. */
    async paste(text: string) {
      const lines = pastedLines(text);
      const made = await Promise.all(
        lines.map(async ({ words, ...typed }): Promise<LineRow> => {
          const product = await queries.fetchQuery(productNamed(words));
          return {
            ...emptyRow(),
            ...typed,
            product: product ? { id: product.id, label: String(product.name) } : null,
            name: product ? String(product.name) : words,
            taxRate: product ? plain(product.taxRate) : "",
            priced: typed.price ? "hand" : "books",
          };
        }),
      );
      change([...latest.current.filter(row => !isBlank(row)), ...made]);
      return { count: made.length, found: made.filter(row => row.product).length };
    },
  };
}

export type Lines = ReturnType<typeof useLines>;

const PRODUCT_FIELDS = ["name", "code", "taxRate"];

function productQuery(id: number) {
  return {
    queryKey: [...recordKeys.one("product", id), "line"],
    queryFn: () => api.get<RecordData>(`/records/product/${id}?fields=${PRODUCT_FIELDS.join(",")}`),
  };
}

/** The product with exactly this code or name. */
function productNamed(words: string) {
  const query = {
    filter: {
      or: ["code", "name"].map(field => ({ field, op: "eq" as const, value: words })),
    },
    fields: PRODUCT_FIELDS,
    limit: 1,
    count: "none" as const,
  };
  return {
    queryKey: [...recordKeys.all, "product", "named", words],
    queryFn: async () =>
      (await api.ask<RecordPage>("/records/product/query", query)).items[0] ?? (null as RecordData | null),
  };
}

/** Lines that nobody has priced follow the price books of the customer, the day, the currency and the quantity. */
function usePrices(form: RecordForm, currency: string, rows: LineRow[], change: (rows: LineRow[]) => void) {
  const customer = (form.draft.customer as Labelled | null | undefined)?.id;
  const date = form.draft.date as string | null | undefined;
  const priced = rows.filter(row => row.product && row.priced === "books");
  const asked = useSettled(
    JSON.stringify({
      ...(customer ? { customer } : {}),
      ...(date ? { date } : {}),
      currency,
      lines: priced.map(row => ({
        product: row.product?.id,
        quantity: Number(row.quantity) > 0 ? row.quantity : "1",
      })),
    }),
  );
  const { data } = useQuery({
    queryKey: [...recordKeys.all, "prices", asked],
    queryFn: ({ signal }) => api.ask<Prices>("/prices", JSON.parse(asked), signal),
    enabled: priced.length > 0,
    placeholderData: keepPreviousData,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new answer gives new prices
  useEffect(() => {
    if (!data) return;
    let at = 0;
    let any = false;
    const next = rows.map(row => {
      if (!row.product || row.priced !== "books") return row;
      const price = data.lines[at]?.product === row.product.id ? data.lines[at++] : undefined;
      if (!price || (row.price === price.price && row.floor === (price.floorPrice ?? undefined))) return row;
      any = true;
      return { ...row, price: price.price, floor: price.floorPrice ?? undefined };
    });
    if (any) change(next);
  }, [data]);
}
