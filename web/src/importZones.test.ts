import { describe, expect, it } from "vitest";

/** Imports point one way: ui ← kernel ← objects, features ← app. */
const mayImport: Record<string, string[]> = {
  ui: ["ui"],
  kernel: ["ui", "kernel"],
  form: ["kernel", "form"],
  paper: ["kernel", "paper"],
  objects: ["ui", "kernel", "objects"],
  features: ["ui", "kernel", "features"],
  app: ["ui", "kernel", "objects", "features", "app"],
};

const sources = import.meta.glob<string>("./*/**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});

describe("import zones", () => {
  it.each(Object.entries(sources))("%s imports only what it may", (path, text) => {
    const zone = path.split("/")[1] as string;
    const owner = ownerOf(path);
    for (const target of importsOf(path, text)) {
      expect(mayImport[zone], `${path} → ${target}`).toContain(target.split("/")[0]);
      if (zone === "objects" || zone === "features") {
        const other = ownerOf(`./${target}`);
        const crosses = target.startsWith(`${zone}/`) && other !== owner;
        expect(crosses, `${path} → ${target}: one folder of ${zone} must not know another`).toBe(false);
      }
    }
  });
});

function ownerOf(path: string): string {
  return path.split("/").slice(1, 3).join("/");
}

function importsOf(path: string, text: string): string[] {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*"((?:~|\.{1,2})\/[^"]+)"/g)];
  return specifiers.map(([, specifier]) =>
    (specifier as string).startsWith("~/")
      ? (specifier as string).slice(2)
      : new URL(specifier as string, `file:///${path.slice(2)}`).pathname.slice(1),
  );
}
