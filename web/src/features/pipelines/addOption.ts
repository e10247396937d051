import type { QueryClient } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { components } from "~/kernel/api/wire";
import { catalogKey } from "~/kernel/catalog/catalog";

type DesignedField = components["schemas"]["DesignedField"];

/** Adds an option to a choice, and answers its value: a new one is known by its name. */
export async function addOption(
  queries: QueryClient,
  object: string,
  field: string,
  name: string,
): Promise<string> {
  const design = await api.get<{ fields: DesignedField[]; version: number }>(`/catalog/${object}/fields`);
  const options = design.fields.find(each => each.name === field)?.options ?? [];
  const ends = options.filter(option => option.value === "won" || option.value === "lost");
  await api.patch(
    `/catalog/${object}/fields/${field}`,
    {
      version: design.version,
      options: [
        ...options.filter(option => !ends.includes(option)),
        { label: { zh: name, en: "" }, active: true },
        ...ends,
      ],
    },
    { said: null },
  );
  await queries.invalidateQueries({ queryKey: catalogKey });
  return name;
}
