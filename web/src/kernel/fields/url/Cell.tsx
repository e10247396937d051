import type { CellProps } from "../kind";

/** Only addresses of the web become links; anything else, such as `javascript:`, is shown as text. */
export function UrlCell({ value }: CellProps<string>) {
  const href = webAddress(value);
  if (!href) return <span title={value}>{value}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" title={value}>
      {value.replace(/^https?:\/\//, "")}
    </a>
  );
}

export function webAddress(value: string): string | null {
  const whole = /^[a-z][a-z\d+.-]*:/i.test(value) && !/^[\w.-]+:\d/.test(value) ? value : `https://${value}`;
  try {
    const { protocol, href } = new URL(whole);
    return protocol === "http:" || protocol === "https:" ? href : null;
  } catch {
    return null;
  }
}
