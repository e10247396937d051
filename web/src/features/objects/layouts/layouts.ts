import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Field, Language, Operator } from "~/kernel/api/contract";
import { withoutData } from "~/kernel/api/failing";
import type { components } from "~/kernel/api/wire";
import { type Design, inDraft, previewOf, wordsIn } from "../design";
import { moved } from "../moved";

type Wire = components["schemas"];

export type Layout = Wire["FormLayout"] & { key: string; leftOut: string[] };
export type LayoutSection = Layout["sections"][number];
export type DesignedRule = Wire["ValueRule"];
export type Conditions = { field: string; operators: Operator[] }[];

export interface Layouts {
  version: number;
  layouts: Layout[];
  /** What everybody sees who has no layout, until the company has a standard one of its own. */
  shipped: Layout;
  conditions: Conditions;
}

export interface Rules {
  version: number;
  rules: DesignedRule[];
  conditions: Conditions;
}

export const STANDARD = "standard";

export function useLayouts(object: string, draft: string | null) {
  return useQuery({
    queryKey: ["design", "layouts", object, draft],
    queryFn: ({ signal }) => api.get<Layouts>(inDraft(`/catalog/${object}/layouts`, draft), signal),
    throwOnError: withoutData,
  });
}

export function useFieldRules(object: string, draft: string | null) {
  return useQuery({
    queryKey: ["design", "rules", object, draft],
    queryFn: ({ signal }) => api.get<Rules>(inDraft(`/catalog/${object}/rules`, draft), signal),
    throwOnError: withoutData,
  });
}

/** Where a field is put: before the one that stands at this number, or last. */
export interface Spot {
  section: number;
  at: number;
}

export function spotOf(layout: Layout, field: string): Spot | null {
  for (const [section, { fields }] of layout.sections.entries()) {
    const at = fields.findIndex(place => place.field === field);
    if (at >= 0) return { section, at };
  }
  return null;
}

/** With a field in this place, wherever it was before. */
export function placed(layout: Layout, field: string, to: Spot): Layout {
  const from = spotOf(layout, field);
  const place = from ? layout.sections[from.section]?.fields[from.at] : undefined;
  const before = from?.section === to.section && from.at < to.at ? 1 : 0;
  const without = takenOut(layout, field);
  return {
    ...withSections(without, (section, index) =>
      index === to.section
        ? { ...section, fields: section.fields.toSpliced(to.at - before, 0, place ?? { field, wide: false }) }
        : section,
    ),
    leftOut: layout.leftOut.filter(name => name !== field),
  };
}

/** Without a field; it is left out on purpose from now on. */
export function takenOut(layout: Layout, field: string): Layout {
  return {
    ...withSections(layout, section => ({
      ...section,
      fields: section.fields.filter(place => place.field !== field),
    })),
    leftOut: [...layout.leftOut.filter(name => name !== field), field],
  };
}

/** A step up or down; over the edge of a section into the next one. */
export function stepped(layout: Layout, field: string, step: -1 | 1): Layout {
  const from = spotOf(layout, field);
  if (!from) return layout;
  const last = (layout.sections[from.section]?.fields.length ?? 0) - 1;
  if (step === -1 && from.at > 0) return placed(layout, field, { ...from, at: from.at - 1 });
  if (step === 1 && from.at < last) return placed(layout, field, { ...from, at: from.at + 2 });
  return hopped(layout, field, step);
}

/** Into the section before or after: to its near end. */
export function hopped(layout: Layout, field: string, step: -1 | 1): Layout {
  const from = spotOf(layout, field);
  const next = from && layout.sections[from.section + step];
  if (!from || !next) return layout;
  return placed(layout, field, { section: from.section + step, at: step === 1 ? 0 : next.fields.length });
}

export function withSection(layout: Layout, index: number, part: Partial<LayoutSection>): Layout {
  return withSections(layout, (section, at) => (at === index ? { ...section, ...part } : section));
}

export function withoutSection(layout: Layout, index: number): Layout {
  const emptied = (layout.sections[index]?.fields ?? []).reduce(
    (left, place) => takenOut(left, place.field),
    layout,
  );
  return { ...emptied, sections: emptied.sections.filter((_, at) => at !== index) };
}

export function sectionMoved(layout: Layout, from: number, to: number): Layout {
  if (to < 0 || to >= layout.sections.length) return layout;
  return { ...layout, sections: moved(layout.sections, from, to) };
}

export function widened(layout: Layout, field: string): Layout {
  return withSections(layout, section => ({
    ...section,
    fields: section.fields.map(place => (place.field === field ? { ...place, wide: !place.wide } : place)),
  }));
}

function withSections(
  layout: Layout,
  change: (section: LayoutSection, index: number) => LayoutSection,
): Layout {
  return { ...layout, sections: layout.sections.map(change) };
}

/** The fields that a layout may place. */
export function placeable(design: Design): string[] {
  return design.fields.filter(field => field.section !== null && !field.system).map(field => field.name);
}

/** A layout to begin a new one with. */
export function copyOf(layout: Layout, name: Layout["name"], roles: number[]): Layout {
  return { ...structuredClone(layout), key: "", name, roles };
}

/** The layouts with one of them new or changed; the standard one comes last, where it is looked for last. */
export function withLayout(layouts: Layout[], layout: Layout): Layout[] {
  const others = layouts.some(({ key }) => key === layout.key)
    ? layouts.map(each => (each.key === layout.key ? layout : each))
    : [...layouts, layout];
  return others.toSorted((one, other) => Number(one.key === STANDARD) - Number(other.key === STANDARD));
}

/** A layout as it is sent; a new one gets its key from the server. */
export function sentLayout({ key, ...layout }: Layout) {
  return key ? { key, ...layout } : layout;
}

/** The object as conditions may ask about it. */
export function conditionObject(design: Design, conditions: Conditions, language: Language): BusinessObject {
  const operators = new Map(conditions.map(each => [each.field, each.operators]));
  const fields = designedFields(design, language)
    .filter(field => operators.has(field.name))
    .map(field => ({ ...field, operators: operators.get(field.name) ?? [] }));
  return { ...bare(design, language), fields, titleField: fields[0]?.name ?? "" };
}

/** The object as its forms would show it to somebody with this layout. */
export function previewObject(
  design: Design,
  layout: Layout,
  rules: DesignedRule[],
  live: BusinessObject | undefined,
  language: Language,
): BusinessObject {
  const rightOf = (name: string) => live?.fields.find(field => field.name === name)?.right ?? "edit";
  const placedFields = new Set(layout.sections.flatMap(section => section.fields.map(place => place.field)));
  const later = placeable(design).filter(name => !placedFields.has(name) && !layout.leftOut.includes(name));
  return {
    ...bare(design, language),
    fields: designedFields(design, language).map(field => ({ ...field, right: rightOf(field.name) })),
    sections: [
      ...layout.sections.map(section => ({
        label: wordsIn(section.label, language),
        columns: section.columns,
        collapsed: section.collapsed,
        shownWhen: section.shownWhen,
        fields: section.fields.map(place => place.field),
        wide: section.fields.filter(place => place.wide).map(place => place.field),
      })),
      ...(layout.newFields && later.length > 0
        ? [{ label: language === "zh-CN" ? "其他" : "Others", fields: later }]
        : []),
    ],
    rules: rules
      .filter(rule => rule.roles.length === 0 || rule.roles.some(role => layout.roles.includes(role)))
      .map(rule => ({ ...rule, name: wordsIn(rule.name, language) })),
  };
}

function designedFields(design: Design, language: Language): Field[] {
  return design.fields.map(field => previewOf(field, language));
}

function bare(design: Design, language: Language): BusinessObject {
  const label = wordsIn(design.label, language);
  return {
    name: design.object,
    label,
    plural: label,
    application: null,
    titleField: "",
    capabilities: [],
    verbs: {
      read: true,
      create: true,
      edit: true,
      delete: false,
      transfer: false,
      export: false,
      import: false,
    },
    commands: [],
    fields: [],
    sections: [],
    list: { columns: [], sort: [] },
    headline: [],
    relations: [],
  };
}
