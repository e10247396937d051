import type { ComponentType } from "react";
import type { Field, Language, Operator, RecordData, ValueKindName } from "~/kernel/api/contract";

/** How a value reads: in a list cell, on a record page, in a history line. */
export interface CellProps<T> {
  field: Field;
  value: T;
  /** Name of the object the field belongs to, where known. */
  object?: string;
  /** The record around it, where there is one. */
  record?: RecordData;
}

/** How a value is typed. `null` is empty; changes arrive as the user makes them. */
export interface InputProps<T> {
  field: Field;
  id: string;
  value: T | null;
  /** What the record holds now, `null` for a new one; absent where the input speaks of no single record. */
  standing?: unknown;
  onChange: (value: T | null) => void;
  /** Name of the object the field belongs to. */
  object: string;
  /** Inside a list cell: one line, no frame of its own. */
  inCell?: boolean;
  autoFocus?: boolean;
  invalid?: boolean;
  describedBy?: string;
}

/** How the right side of a filter condition is chosen. The value is a wire value, a range or a list. */
export interface FilterProps {
  field: Field;
  id: string;
  object: string;
  operator: Operator;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** How the values of one kind of field read, in one place. */
export interface FieldKind<T> {
  kind: ValueKindName;
  Cell: ComponentType<CellProps<T>>;
  /** Plain words for tooltips, copying and screen readers. */
  text: (value: T, field: Field, language: Language) => string;
  /** The read value as it is written: a reference goes as its id. */
  toWire?: (value: T) => unknown;
  /** Numbers stand right-aligned in tabular figures. */
  numeric?: boolean;
  /** Takes the whole width of a form. */
  wide?: boolean;
  /** Can be typed inside a list cell. */
  inCell: boolean;
  /** Column width in a list, in pixels. */
  width: number;
}

/** How the values of one kind of field are typed; loaded when somebody first types. */
export interface FieldEditor<T> {
  kind: ValueKindName;
  Input: ComponentType<InputProps<T>>;
  Filter: ComponentType<FilterProps>;
}

/** A kind in the registry; which values it takes is known to the kind alone. */
export type AnyFieldKind = FieldKind<unknown>;
export type AnyFieldEditor = FieldEditor<unknown>;

export function defineKind<T>(kind: FieldKind<T>): AnyFieldKind {
  return kind as unknown as AnyFieldKind;
}

export function defineEditor<T>(editor: FieldEditor<T>): AnyFieldEditor {
  return editor as unknown as AnyFieldEditor;
}

export function isEmpty(value: unknown): value is null | undefined | "" {
  return (
    value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)
  );
}
