import type { Language } from "~/kernel/api/contract";

/** Chinese and English of one message. `{name}` takes a value; `{count|record|records}` picks by number. */
export type Pair = readonly [zh: string, en: string];

type ParametersOf<S extends string> = S extends `${string}{${infer P}}${infer Rest}`
  ? (P extends `${infer Name}|${string}` ? Name : P) | ParametersOf<Rest>
  : never;

type Values<P extends Pair> = [ParametersOf<P[0]>] extends [never]
  ? []
  : [values: Record<ParametersOf<P[0]>, string | number>];

/** Says a message by its key; asking for one that is not there does not compile. */
export type Say<M extends Record<string, Pair>> = <K extends keyof M & string>(
  key: K,
  ...values: Values<M[K]>
) => string;

/** Declares messages beside the code that says them; a pair without English does not compile. */
export function messages<const M extends Record<string, Pair>>(pairs: M): M {
  return pairs;
}

const position: Record<Language, 0 | 1> = { "zh-CN": 0, "en-US": 1 };

export function sayIn<M extends Record<string, Pair>>(language: Language, pairs: M): Say<M> {
  return (key, ...values) => {
    const pair = pairs[key] as Pair;
    return fill(pair[position[language]], values[0] ?? {});
  };
}

export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)((?:\|[^|}]*)*)\}/g, (_, name: string, forms: string) => {
    const value = values[name];
    if (!forms) return String(value ?? "");
    const [one = "", many = one] = forms.slice(1).split("|");
    return Number(value) === 1 ? one : many;
  });
}
