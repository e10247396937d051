import { Button, Skeleton } from "antd";
import type { ReactNode } from "react";
import type { Page } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { operationWords } from "./messages";

interface Props<T> {
  label: string;
  columns: DataColumn<T>[];
  pages: {
    data: { pages: Page<T>[] } | undefined;
    isPending: boolean;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  };
  empty: ReactNode;
}

/** What was done, the newest first, and more of it when asked. */
export function PagedTable<T extends { id: number }>({ label, columns, pages, empty }: Props<T>) {
  const say = useSay(operationWords);
  if (pages.isPending) return <Skeleton active />;
  return (
    <>
      <DataTable
        label={label}
        columns={columns}
        rows={pages.data?.pages.flatMap(page => page.items) ?? []}
        rowKey={row => row.id}
        empty={empty}
      />
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {say("more")}
        </Button>
      )}
    </>
  );
}
