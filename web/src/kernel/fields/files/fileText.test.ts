import { describe, expect, it } from "vitest";
import { previewOf, sizeText } from "./fileText";

describe("files", () => {
  it("tell their size in few figures", () => {
    expect([0, 1023, 1024, 1536, 5 * 1024 * 1024].map(sizeText)).toEqual([
      "0 B",
      "1023 B",
      "1 KB",
      "1.5 KB",
      "5 MB",
    ]);
  });

  it("show in place only what is safe to show", () => {
    expect(previewOf("image/png")).toBe("image");
    expect(previewOf("image/svg+xml")).toBeNull();
    expect(previewOf("text/html")).toBeNull();
    expect(previewOf("application/pdf")).toBe("pdf");
    expect(previewOf("audio/mpeg")).toBe("audio");
  });
});
