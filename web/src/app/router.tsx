import { createRootRoute, createRoute, createRouter, useParams } from "@tanstack/react-router";
import { type FunctionComponent, lazy, Suspense } from "react";
import type { FeaturePage } from "~/kernel/features";
import { readQuery, writeQuery } from "~/kernel/navigation/navigation";
import { PageSkeleton } from "~/ui/PageSkeleton";
import { featurePages } from "./discovered";
import { NotFound } from "./NotFound";
import { ListRoute, RecordRoute } from "./ObjectRoutes";
import { PageFailure } from "./PageFailure";
import { SignedIn } from "./SignedIn";

const root = createRootRoute({ notFoundComponent: NotFound });

const signedIn = createRoute({ getParentRoute: () => root, id: "signed-in", component: SignedIn });

const list = createRoute({ getParentRoute: () => signedIn, path: "/o/$object", component: ListRoute });
const record = createRoute({
  getParentRoute: () => signedIn,
  path: "/o/$object/$id",
  component: RecordRoute,
});

const signedInPages = featurePages
  .filter(page => page.signedIn !== false)
  .map(page =>
    createRoute({ getParentRoute: () => signedIn, path: page.path, component: componentOf(page) }),
  );

const openPages = featurePages
  .filter(page => page.signedIn === false)
  .map(page => createRoute({ getParentRoute: () => root, path: page.path, component: componentOf(page) }));

export const router = createRouter({
  routeTree: root.addChildren([signedIn.addChildren([list, record, ...signedInPages]), ...openPages]),
  parseSearch: readQuery,
  stringifySearch: writeQuery,
  scrollRestoration: true,
  defaultErrorComponent: PageFailure,
});

function componentOf(page: FeaturePage): FunctionComponent {
  const Page = lazy(page.load);
  return function FeatureRoute() {
    const params: Record<string, string> = useParams({ strict: false });
    return (
      <Suspense fallback={<PageSkeleton />}>
        <Page params={params} />
      </Suspense>
    );
  };
}
