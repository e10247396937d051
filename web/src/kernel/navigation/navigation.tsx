import { useLocation, useRouter } from "@tanstack/react-router";
import { type AnchorHTMLAttributes, type MouseEvent, type Ref, useCallback, useMemo } from "react";

/** The addresses of the product, in one place. */
export const addressOf = {
  home: "/",
  signIn: "/sign-in",
  list: (object: string) => `/o/${object}`,
  record: (object: string, id: number) => `/o/${object}/${id}`,
  import: (object: string) => `/import/${object}`,
  exports: "/exports",
  duplicates: (object: string) => `/duplicates?object=${object}`,
  recycle: (object: string) => `/recycle/${object}`,
  settings: (page: string) => `/settings/${page}`,
  developers: "/developers",
  profile: "/profile",
} as const;

/** Goes to an address: `go("/o/customer")`, `go(url, { replace: true })`. */
export function useGo(): (address: string, options?: { replace?: boolean }) => void {
  const router = useRouter();
  return useCallback(
    (address, options) => {
      if (options?.replace) router.history.replace(address);
      else router.history.push(address);
    },
    [router],
  );
}

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  ref?: Ref<HTMLAnchorElement>;
}

/** A real anchor that stays within the application on a plain click. */
export function Link({ href, onClick, ...rest }: LinkProps) {
  const go = useGo();
  return (
    <a
      {...rest}
      href={href}
      onClick={event => {
        onClick?.(event);
        if (plainClick(event)) {
          event.preventDefault();
          go(href);
        }
      }}
    />
  );
}

function plainClick(event: MouseEvent<HTMLAnchorElement>): boolean {
  return (
    !event.defaultPrevented &&
    event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) &&
    !event.currentTarget.target
  );
}

export function usePath(): string {
  return useLocation({ select: location => location.pathname });
}

/** The query of the address as plain text values, and a way to change some of them (`null` removes). */
export function useAddressState(): [
  Record<string, string>,
  (change: Record<string, string | null>, options?: { replace?: boolean }) => void,
] {
  const go = useGo();
  const path = usePath();
  const text = useLocation({ select: location => location.searchStr });
  const values = useMemo(() => readQuery(text), [text]);
  const change = useCallback(
    (patch: Record<string, string | null>, options?: { replace?: boolean }) => {
      go(path + writeQuery({ ...readQuery(window.location.search), ...patch }), options);
    },
    [go, path],
  );
  return [values, change];
}

export function readQuery(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function writeQuery(values: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined) query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `?${text}` : "";
}
