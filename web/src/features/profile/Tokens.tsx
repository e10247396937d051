import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { api } from "~/kernel/api/api";
import type { Page as Listing, Token } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { wallTime } from "~/kernel/text/dates";
import { DataTable } from "~/ui/DataTable";
import { Panel } from "~/ui/Page";
import { profileWords } from "./messages";
import { NewToken } from "./NewToken";

const tokenKey = ["tokens"] as const;

/** The keys that scripts use in my name. */
export function Tokens() {
  const say = useSay(profileWords);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const [making, setMaking] = useState(false);
  const tokens = useQuery({
    queryKey: tokenKey,
    queryFn: ({ signal }) => api.get<Listing<Token>>("/tokens", signal),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: tokenKey });

  function revoke(token: Token) {
    void modal.confirm({
      title: say("revokeSure", { name: token.name }),
      okText: say("revoke"),
      okButtonProps: { danger: true },
      cancelText: say("cancel"),
      onOk: async () => {
        await api.delete(`/tokens/${token.id}`, { said: null });
        await refresh();
      },
    });
  }

  const when = (instant: string | null | undefined, otherwise: string) =>
    instant ? wallTime(instant) : otherwise;

  return (
    <Panel title={say("tokens")} extra={<Button onClick={() => setMaking(true)}>{say("newToken")}</Button>}>
      <p className="quiet profile-text">
        {say("tokensText")} <Link href={addressOf.developers}>{say("tokenDocs")}</Link>
      </p>
      <DataTable
        label={say("tokens")}
        rows={tokens.data?.items ?? []}
        rowKey={token => token.id}
        empty={<p className="quiet">{say("noTokens")}</p>}
        columns={[
          { key: "name", title: say("tokenName"), lead: true, cell: token => token.name },
          { key: "scope", title: say("tokenScope"), cell: token => say(widest(token)) },
          { key: "created", title: say("created"), cell: token => <Time>{when(token.createdAt, "–")}</Time> },
          {
            key: "expires",
            title: say("expires"),
            cell: token => <Time>{when(token.expiresAt, say("noEnd"))}</Time>,
          },
          {
            key: "used",
            title: say("lastUsed"),
            cell: token => <Time>{when(token.lastUsedAt, say("never"))}</Time>,
          },
          {
            key: "revoke",
            title: <span className="sr-only">{say("actions")}</span>,
            cell: token => (
              <Button type="text" size="small" danger onClick={() => revoke(token)}>
                {say("revoke")}
              </Button>
            ),
          },
        ]}
      />
      {making && <NewToken onClose={() => setMaking(false)} onMade={() => void refresh()} />}
    </Panel>
  );
}

function widest({ scopes }: Token): "read" | "write" | "administer" {
  if (scopes?.includes("administer")) return "administer";
  return scopes?.includes("write") ? "write" : "read";
}

function Time({ children }: { children: string }) {
  return <span className="number">{children}</span>;
}
