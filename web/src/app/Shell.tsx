import type { ReactNode } from "react";
import { useCatalog } from "~/kernel/catalog/catalog";
import { addressOf, Link } from "~/kernel/navigation/navigation";

/** The frame around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const catalog = useCatalog();
  return (
    <div>
      <nav>
        {catalog.listed().map(object => (
          <Link key={object.name} href={addressOf.list(object.name)}>
            {object.plural}
          </Link>
        ))}
      </nav>
      <main>{children}</main>
    </div>
  );
}
