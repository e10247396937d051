import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { CatalogProvider, useCatalogQuery } from "~/kernel/catalog/catalog";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { SessionProvider, useSessionQuery } from "~/kernel/session/session";
import { StreamProvider } from "~/kernel/stream/stream";
import { showTimesIn } from "~/kernel/text/dates";
import { PageSkeleton } from "~/ui/PageSkeleton";
import { Shell } from "./Shell";

// Hardly anybody owes anything: not a part of the first load.
const OwedStep = lazy(async () => ({ default: (await import("./OwedStep")).OwedStep }));

/** Everything behind the sign-in: who, what they may see, what happens meanwhile, and the shell around it. */
export function SignedIn() {
  const session = useSessionQuery();
  if (session.isPending) return <PageSkeleton />;
  if (session.isError) throw session.error;
  if (!session.data) return <ToSignIn />;
  showTimesIn(session.data.settings);
  if (session.data.owes) {
    return (
      <Suspense fallback={<PageSkeleton />}>
        <OwedStep session={session.data} />
      </Suspense>
    );
  }
  return (
    <SessionProvider session={session.data}>
      <WithCatalog />
    </SessionProvider>
  );
}

function WithCatalog() {
  const catalog = useCatalogQuery();
  if (catalog.isPending) return <PageSkeleton />;
  if (!catalog.data) throw catalog.error;
  return (
    <CatalogProvider catalog={catalog.data}>
      <StreamProvider>
        <Shell>
          <Outlet />
        </Shell>
      </StreamProvider>
    </CatalogProvider>
  );
}

function ToSignIn() {
  const go = useGo();
  useEffect(() => {
    const { pathname, search } = window.location;
    const next = pathname === "/" ? "" : `?next=${encodeURIComponent(pathname + search)}`;
    go(addressOf.signIn + next, { replace: true });
  }, [go]);
  return <PageSkeleton />;
}
