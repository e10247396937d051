import { PlusOutlined } from "@ant-design/icons";
import { type QueryKey, useQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import type { ReactNode } from "react";
import { api } from "~/kernel/api/api";
import { useAddressState } from "~/kernel/navigation/navigation";
import { EmptyState } from "~/ui/EmptyState";
import { Page, Panel } from "~/ui/Page";
import "~/kernel/flow/flow.css";
import "./webhooks.css";

interface Endpoint {
  id: number;
  version: number;
}

interface Props<One extends Endpoint, All> {
  /** Where they are asked for. */
  path: string;
  queryKey: QueryKey;
  /** The value of the address that says which of them is open. */
  name: string;
  words: Record<"title" | "text" | "add" | "none" | "noneText", string>;
  line: (one: One, all: All, onOpen: () => void) => ReactNode;
  /** Of one, or null for a new one. */
  form: (one: One | null, all: All, onClose: () => void, onKept: (id: number) => void) => ReactNode;
}

/** Endpoints of one kind: their list, or the one that the address says. */
export function EndpointsPage<One extends Endpoint, All extends { items: One[] }>(props: Props<One, All>) {
  const { path, queryKey, name, words } = props;
  const [address, change] = useAddressState();
  const answer = useQuery({ queryKey, queryFn: ({ signal }) => api.get<All>(path, signal) });
  if (answer.isPending) return <Skeleton active />;
  if (!answer.data) return <EmptyState title={answer.error?.message} />;
  const all = answer.data;
  const open = (id: number | "new", how?: { replace: boolean }) => change({ [name]: String(id) }, how);
  const chosen = all.items.find(each => String(each.id) === address[name]);
  if (chosen || address[name] === "new") {
    return props.form(
      chosen ?? null,
      all,
      () => change({ [name]: null }),
      id => open(id, { replace: true }),
    );
  }
  return (
    <Page
      title={words.title}
      text={words.text}
      actions={
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => open("new")}>
          {words.add}
        </Button>
      }
    >
      {all.items.length === 0 ? (
        <EmptyState title={words.none} text={words.noneText} />
      ) : (
        <div className="flows">
          <Panel>
            <ul>
              {all.items.map(each => (
                <li key={each.id}>{props.line(each, all, () => open(each.id))}</li>
              ))}
            </ul>
          </Panel>
        </div>
      )}
    </Page>
  );
}
