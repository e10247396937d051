import type { Language, Operation } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { operationWords } from "./messages";

type Named = Pick<Operation, "kind" | "object" | "label"> & Partial<Pick<Operation, "act">>;

/** How an operation is called: its label was written in Chinese, other languages are told the act and the object. */
export function useOperationName(): (operation: Named) => string {
  const say = useSay(operationWords);
  const language = useLanguage();
  const catalog = useCatalog();
  return operation =>
    operationName(
      operation,
      language,
      operation.act ?? say(operation.kind),
      operation.object && catalog.labelOf(operation.object),
    );
}

export function operationName(
  operation: Named,
  language: Language,
  act: string,
  object: string | null | undefined,
): string {
  if (language === "zh-CN") return operation.label;
  const name = object ? `${act} ${object}` : act;
  const file = operation.kind === "import" ? fileIn(operation.label) : "";
  return file ? `${name}: ${file}` : name;
}

function fileIn(label: string): string {
  const colon = label.indexOf("：");
  return colon < 0 ? "" : label.slice(colon + 1);
}
