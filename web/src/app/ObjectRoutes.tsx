import { useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useObject } from "~/kernel/catalog/catalog";
import { useOverrides } from "~/kernel/overrides/overrides";
import { PageSkeleton } from "~/ui/PageSkeleton";
import { NotFound } from "./NotFound";

const ListPage = lazy(() => import("~/kernel/list/ListPage"));
const RecordPage = lazy(() => import("~/kernel/record/RecordPage"));

/** The list of any object, or the one the object brings. */
export function ListRoute() {
  const { object: name = "" } = useParams({ strict: false }) as { object?: string };
  const object = useObject(name);
  const { List = ListPage } = useOverrides(name);
  if (!object) return <NotFound />;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <List key={name} object={object} />
    </Suspense>
  );
}

/** The page of any record, or the one its object brings. */
export function RecordRoute() {
  const { object: name = "", id = "" } = useParams({ strict: false }) as { object?: string; id?: string };
  const object = useObject(name);
  const { Record = RecordPage } = useOverrides(name);
  if (!object || !/^\d+$/.test(id)) return <NotFound />;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Record key={`${name}/${id}`} object={object} id={Number(id)} />
    </Suspense>
  );
}
