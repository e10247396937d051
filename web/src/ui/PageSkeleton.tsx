import { Skeleton } from "antd";

/** Holds the place of a page while its code or its first data arrive. */
export function PageSkeleton() {
  return <Skeleton active title={false} paragraph={{ rows: 8 }} style={{ padding: 24 }} />;
}
