/** `1536` → `1.5 KB`. */
export function sizeText(bytes: number): string {
  const units = ["B", "KB", "MB", "GB"];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(1).replace(/\.0$/, "")} ${units[unit]}`;
}

/** What the browser may show in place; the server serves nothing else inline. */
export function previewOf(type: string): "image" | "pdf" | "audio" | null {
  if (/^image\/(png|jpe?g|gif|webp|bmp|avif)$/.test(type)) return "image";
  if (type === "application/pdf") return "pdf";
  return type.startsWith("audio/") ? "audio" : null;
}

export function fileAddress(id: number): string {
  return `/api/files/${id}`;
}

export function inlineAddress(id: number): string {
  return `/api/files/${id}?inline`;
}
