import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Input, Skeleton } from "antd";
import { useState } from "react";
import { api } from "~/kernel/api/api";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { Page, Panel } from "~/ui/Page";
import { CallDetails } from "./CallDetails";
import { developerWords } from "./messages";
import { callsByTag, type OpenApi } from "./openApi";
import "./developers.css";

/** The API as this system really offers it, readable. */
export default function DevelopersPage() {
  const say = useSay(developerWords);
  const go = useGo();
  const [words, setWords] = useState("");
  const description = useQuery({
    queryKey: ["openapi"],
    queryFn: ({ signal }) => api.get<OpenApi>("/openapi.json", signal),
    staleTime: 60_000,
  });
  const groups = description.data ? callsByTag(description.data, words) : [];

  return (
    <Page
      title={say("title")}
      text={say("text")}
      actions={
        <>
          <Button onClick={() => go(addressOf.profile)}>{say("tokens")}</Button>
          <Button href="/api/openapi.json" download="openapi.json">
            {say("download")}
          </Button>
        </>
      }
    >
      <Input.Search
        allowClear
        placeholder={say("find")}
        aria-label={say("find")}
        value={words}
        style={{ maxWidth: 440 }}
        onChange={event => setWords(event.target.value)}
      />
      {description.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {description.isError && (
        <Alert type="error" showIcon title={say("failed", { reason: description.error.message })} />
      )}
      {description.isSuccess && groups.length === 0 && <p className="quiet">{say("nothing")}</p>}
      {description.data &&
        groups.map(([tag, calls]) => (
          <Panel
            key={tag}
            title={tag || say("other")}
            extra={<span className="quiet number">{say("calls", { count: calls.length })}</span>}
          >
            {calls.map(call => (
              <CallDetails key={call.key} api={description.data} shown={call} />
            ))}
          </Panel>
        ))}
    </Page>
  );
}
