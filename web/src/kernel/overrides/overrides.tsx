import { type ComponentType, createContext, type ReactNode, useContext } from "react";
import type { BusinessObject, Command, RecordData } from "~/kernel/api/contract";
import type { RecordForm } from "~/kernel/forms/useRecordForm";

/** A tab that an object adds to its record page. */
export interface RecordTab {
  key: string;
  label: ReactNode;
  /** The object whose records it shows: whoever sees none of them has no such tab. */
  of?: string;
  Content: ComponentType<{ object: BusinessObject; record: RecordData }>;
}

/** What is shown while a command is asked for. */
export interface CommandProps {
  object: BusinessObject;
  record: RecordData;
  command: Command;
  onClose: () => void;
}

/** What the lines of a record are called in a draft. */
export const LINES = "lines";

/** How an object whose records have lines shows and edits them. */
export interface DocumentLines {
  /** Stands in the form, below its fields. */
  Editor: ComponentType<{ form: RecordForm }>;
  /** Stands in a tab of the record page. */
  Tab: ComponentType<{ object: BusinessObject; record: RecordData }>;
}

/** The parts of the generated screens that an object may replace or add to. */
export interface Overrides {
  /** Replaces the whole list page. */
  List?: ComponentType<{ object: BusinessObject }>;
  /** Replaces the whole record page. */
  Record?: ComponentType<{ object: BusinessObject; id: number }>;
  /** Stands below the header of the record page. */
  Headline?: ComponentType<{ object: BusinessObject; record: RecordData }>;
  /** Stands above the details of the record page. */
  Aside?: ComponentType<{ object: BusinessObject; record: RecordData }>;
  /** A card in place of a row, on the phone and on boards. */
  Card?: ComponentType<{ object: BusinessObject; record: RecordData }>;
  tabs?: RecordTab[];
  lines?: DocumentLines;
  /** Stands above the form of a new record, and may fill it in. */
  CreateHelp?: ComponentType<{ object: BusinessObject; set: (field: string, value: unknown) => void }>;
  /** By command: a screen of its own in place of the form of its inputs. */
  commands?: Record<string, ComponentType<CommandProps>>;
}

type Registry = Record<string, Overrides>;

const OverridesContext = createContext<Registry>({});

export function OverridesProvider({ registry, children }: { registry: Registry; children: ReactNode }) {
  return <OverridesContext value={registry}>{children}</OverridesContext>;
}

/** What `objects/<object>/index.ts` exports, or nothing where the object looks like any other. */
export function useOverrides(object: string): Overrides {
  return useContext(OverridesContext)[object] ?? {};
}

/** The lines of an object's records: of its own, or of a capability it has. */
export function useDocumentLines(object: BusinessObject): DocumentLines | undefined {
  return useOfObject(object, ({ lines }) => lines);
}

/** The screen of a command: the object's own, or that of a capability it has. */
export function useCommandScreen(object: BusinessObject, command: string) {
  return useOfObject(object, ({ commands }) => commands?.[command]);
}

function useOfObject<T>(
  object: BusinessObject,
  part: (overrides: Overrides) => T | undefined,
): T | undefined {
  const registry = useContext(OverridesContext);
  return [object.name, ...object.capabilities].map(name => part(registry[name] ?? {})).find(Boolean);
}
