import { api } from "./api";

/** Saves a file that the server makes, in the user's language and with a refusal told as any other. */
export async function download(path: string, fallbackName: string, body?: object): Promise<void> {
  const response = await api.file(path, body);
  const address = URL.createObjectURL(await response.blob());
  saveAs(address, nameIn(response.headers.get("Content-Disposition")) ?? fallbackName);
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Saves what an address holds, which may be the thing itself (`data:`). */
export function saveAs(address: string, name: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}

/** The file name of a `Content-Disposition`, preferring the one that can hold Chinese (RFC 6266). */
export function nameIn(disposition: string | null): string | null {
  const encoded = disposition?.match(/filename\*\s*=\s*UTF-8''([^;]+)/i)?.[1];
  if (encoded) return decodeURIComponent(encoded.trim());
  return disposition?.match(/filename\s*=\s*"?([^";]+)"?/i)?.[1] ?? null;
}
