import { describe, expect, it } from "vitest";
import { actOf, type Key, nextEditable } from "./keys";

const size = { rows: 100, columns: 5 };
const at = { row: 10, column: 2 };
const key = (name: string, more: Partial<Key> = {}): Key => ({
  key: name,
  shift: false,
  command: false,
  alt: false,
  composing: false,
  ...more,
});

describe("keys in a grid", () => {
  it("move by arrows and by j and k, and stop at the edges", () => {
    expect(actOf(key("j"), at, size)).toEqual({ act: "move", to: { row: 11, column: 2 } });
    expect(actOf(key("ArrowUp"), { row: 0, column: 2 }, size)).toEqual({
      act: "move",
      to: { row: 0, column: 2 },
    });
    expect(actOf(key("End"), at, size)).toEqual({ act: "move", to: { row: 10, column: 4 } });
    expect(actOf(key("End", { command: true }), at, size)).toEqual({
      act: "move",
      to: { row: 99, column: 2 },
    });
    expect(actOf(key("PageDown"), { row: 95, column: 0 }, size)).toMatchObject({ to: { row: 99 } });
  });

  it("open, edit, select and search", () => {
    expect(actOf(key("Enter"), at, size)).toEqual({ act: "activate" });
    expect(actOf(key("x"), at, size)).toEqual({ act: "select", range: false });
    expect(actOf(key("X", { shift: true }), at, size)).toEqual({ act: "select", range: true });
    expect(actOf(key("/"), at, size)).toEqual({ act: "search" });
  });

  it("belong to the input method while it composes", () => {
    expect(actOf(key("j", { composing: true }), at, size)).toBeNull();
    expect(actOf(key("Enter", { composing: true }), at, size)).toBeNull();
  });
});

describe("Tab while editing", () => {
  const editable = [true, false, true];

  it("goes on to the next cell that can be changed, then to the next row", () => {
    expect(nextEditable({ row: 0, column: 0 }, false, editable, 9)).toEqual({ row: 0, column: 2 });
    expect(nextEditable({ row: 0, column: 2 }, false, editable, 9)).toEqual({ row: 1, column: 0 });
  });

  it("goes back with shift, and ends at the ends", () => {
    expect(nextEditable({ row: 1, column: 0 }, true, editable, 9)).toEqual({ row: 0, column: 2 });
    expect(nextEditable({ row: 0, column: 0 }, true, editable, 9)).toBeNull();
    expect(nextEditable({ row: 8, column: 2 }, false, editable, 9)).toBeNull();
    expect(nextEditable({ row: 0, column: 0 }, false, [false], 9)).toBeNull();
  });
});
