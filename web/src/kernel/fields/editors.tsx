import type { FieldKindName } from "~/kernel/api/contract";
import type { AnyFieldEditor, FilterProps, InputProps } from "./kind";

const modules = import.meta.glob<{ default: AnyFieldEditor }>("./*/editor.ts", { eager: true });

const editors = new Map<FieldKindName, AnyFieldEditor>(
  Object.values(modules).map(module => [module.default.kind, module.default]),
);

export function editorOf(kind: FieldKindName): AnyFieldEditor {
  return editors.get(kind) ?? (editors.get("text") as AnyFieldEditor);
}

export function KindInput(props: InputProps<unknown>) {
  const { Input } = editorOf(props.field.kind);
  return <Input {...props} />;
}

export function KindFilter(props: FilterProps) {
  const { Filter } = editorOf(props.field.kind);
  return <Filter {...props} />;
}
