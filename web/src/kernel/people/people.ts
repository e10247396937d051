import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Department, Page, Person } from "~/kernel/api/contract";

export function usePeople(words: string, enabled = true) {
  return useQuery({
    queryKey: ["people", words],
    queryFn: ({ signal }) => api.get<Page<Person>>(`/people?q=${encodeURIComponent(words)}`, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled,
  });
}

export function useDepartments() {
  return useQuery({
    queryKey: ["departments"],
    queryFn: ({ signal }) => api.get<Page<Department>>("/departments", signal),
    staleTime: 60_000,
  });
}

export interface DepartmentNode {
  value: number;
  title: string;
  children: DepartmentNode[];
}

/** The flat list of departments as the tree it describes. */
export function departmentTree(departments: Department[]): DepartmentNode[] {
  const nodes = new Map(
    departments.map(department => [
      department.id,
      { value: department.id, title: department.name, children: [] as DepartmentNode[] },
    ]),
  );
  const roots: DepartmentNode[] = [];
  for (const department of departments) {
    const node = nodes.get(department.id) as DepartmentNode;
    const parent = department.parent === null ? undefined : nodes.get(department.parent);
    (parent?.children ?? roots).push(node);
  }
  return roots;
}
