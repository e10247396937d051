import { expect, it } from "vitest";
import type { Department } from "~/kernel/api/contract";
import { headcount, mayMove } from "./departmentPlaces";

const department = (id: number, parent: number | null, members: number): Department => ({
  id,
  name: String(id),
  parent,
  head: null,
  members,
  version: 1,
});

const company = department(1, null, 1);
const sales = department(2, 1, 2);
const east = department(3, 2, 4);
const all = [company, sales, east];

it("people below count", () => {
  expect(headcount(all, company)).toBe(7);
  expect(headcount(all, east)).toBe(4);
});

it("a department goes anywhere but within itself or where it is", () => {
  expect(mayMove(all, east, company)).toBe(true);
  expect(mayMove(all, east, null)).toBe(true);
  expect(mayMove(all, sales, east)).toBe(false);
  expect(mayMove(all, sales, sales)).toBe(false);
  expect(mayMove(all, east, sales)).toBe(false);
  expect(mayMove(all, company, null)).toBe(false);
});
