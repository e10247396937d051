import type { ValueKindName } from "~/kernel/api/contract";
import type { AnyFieldEditor, FilterProps, InputProps } from "./kind";
import { valueKind } from "./valueKind";

const modules = import.meta.glob<{ default: AnyFieldEditor }>("./*/editor.ts", { eager: true });

const editors = new Map<ValueKindName, AnyFieldEditor>(
  Object.values(modules).map(module => [module.default.kind, module.default]),
);

export function editorOf(kind: ValueKindName): AnyFieldEditor {
  return editors.get(kind) ?? (editors.get("text") as AnyFieldEditor);
}

export function KindInput(props: InputProps<unknown>) {
  const { Input } = editorOf(valueKind(props.field));
  return <Input {...props} />;
}

export function KindFilter(props: FilterProps) {
  const { Filter } = editorOf(valueKind(props.field));
  return <Filter {...props} />;
}
