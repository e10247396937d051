import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Select, Skeleton } from "antd";
import { useMemo, useState } from "react";
import { api } from "~/kernel/api/api";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { Page, Panel } from "~/ui/Page";
import { SearchBox } from "~/ui/SearchBox";
import { useNarrow } from "~/ui/useNarrow";
import { CallDetails } from "./CallDetails";
import { FirstSteps } from "./FirstSteps";
import { developerWords } from "./messages";
import { callsByTag, type OpenApi, schemaNamed } from "./openApi";
import { SchemaDrawer } from "./SchemaDrawer";
import { ReadingContext, SchemaTable } from "./SchemaTable";
import "./developers.css";

/** The API as this system really offers it, readable. */
export default function DevelopersPage() {
  const say = useSay(developerWords);
  const go = useGo();
  const language = useLanguage();
  const description = useQuery({
    queryKey: ["openapi", language],
    queryFn: ({ signal }) => api.get<OpenApi>("/openapi.json", signal),
    staleTime: 60_000,
  });

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
      {description.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {description.isError && (
        <Alert type="error" showIcon title={say("failed", { reason: description.error.message })} />
      )}
      {description.data && <Description key={language} api={description.data} />}
    </Page>
  );
}

function Description({ api }: { api: OpenApi }) {
  const say = useSay(developerWords);
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState("");
  const [schema, setSchema] = useState<string | null>(null);
  const groups = useMemo(() => callsByTag(api, words), [api, words]);
  const reading = useMemo(() => ({ api, show: setSchema }), [api]);
  const shown = words ? groups : groups.filter(([tag]) => tag === chosen);

  return (
    <ReadingContext value={reading}>
      <div className="developers">
        <Contents
          tags={callsByTag(api, "").map(([tag]) => tag)}
          chosen={words ? null : chosen}
          onChoose={tag => {
            setWords("");
            setChosen(tag);
          }}
        />
        <div className="developers-calls">
          <SearchBox value={words} label={say("find")} onChange={setWords} />
          {!words && !chosen && <FirstSteps />}
          {words && groups.length === 0 && <p className="quiet">{say("nothing")}</p>}
          {shown.map(([tag, calls]) => (
            <Panel
              key={tag}
              title={tag || say("other")}
              extra={<span className="quiet number">{say("calls", { count: calls.length })}</span>}
            >
              {calls.map(call => (
                <CallDetails key={call.key} shown={call} />
              ))}
              {!words && <Fields api={api} tag={tag} />}
            </Panel>
          ))}
        </div>
      </div>
      {schema && <SchemaDrawer name={schema} onClose={() => setSchema(null)} />}
    </ReadingContext>
  );
}

/** What the calls of an object are about. */
function Fields({ api, tag }: { api: OpenApi; tag: string }) {
  const say = useSay(developerWords);
  const name = api.tags?.find(one => one.name === tag)?.["x-schema"];
  const schema = name && schemaNamed(api, name);
  if (!schema) return null;
  return (
    <div className="developers-fields">
      <h3>{say("fields")}</h3>
      <SchemaTable label={say("fields")} schema={schema} />
    </div>
  );
}

/** All parts of the API, beside the calls or above them. */
function Contents({
  tags,
  chosen,
  onChoose,
}: {
  tags: string[];
  chosen: string | null;
  onChoose: (tag: string) => void;
}) {
  const say = useSay(developerWords);
  const narrow = useNarrow();
  const all = [{ value: "", label: say("firstSteps") }, ...tags.map(tag => ({ value: tag, label: tag }))];
  if (narrow) {
    return <Select aria-label={say("contents")} value={chosen} options={all} onChange={onChoose} />;
  }
  return (
    <nav className="developers-contents" aria-label={say("contents")}>
      {all.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          aria-current={value === chosen ? "true" : undefined}
          onClick={() => onChoose(value)}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}
