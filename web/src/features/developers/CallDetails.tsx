import { useState } from "react";
import { useSay } from "~/kernel/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { Command } from "./Command";
import { curlOf, takesToken } from "./example";
import { developerWords } from "./messages";
import { jsonSchema, resolved, type ShownCall } from "./openApi";
import { Name, SchemaTable, Type, useReading } from "./SchemaTable";

/** One call: closed a line, opened all there is to know about it. */
export function CallDetails({ shown }: { shown: ShownCall }) {
  const say = useSay(developerWords);
  const { api } = useReading();
  const [open, setOpen] = useState(false);
  const { method, path, call } = shown;
  const body = call.requestBody && jsonSchema(resolved(api, call.requestBody));
  return (
    <details className="call" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        <code className="call-method" data-method={method}>
          {method.toUpperCase()}
        </code>
        <code className="call-path">{path}</code>
        <span className="call-summary quiet">{call.summary}</span>
      </summary>
      {open && (
        <div className="call-body">
          {call.description && <p>{call.description}</p>}
          {!takesToken(call) && call.security?.length !== 0 && <p className="quiet">{say("sessionOnly")}</p>}
          <h3>{say("example")}</h3>
          <Command text={curlOf(api, shown, window.location.origin)} />
          <Parameters shown={shown} />
          {body && (
            <>
              <h3>{say("body")}</h3>
              <SchemaTable label={say("body")} schema={body} />
            </>
          )}
          <Answers shown={shown} />
        </div>
      )}
    </details>
  );
}

function Answers({ shown }: { shown: ShownCall }) {
  const say = useSay(developerWords);
  const { api } = useReading();
  const answers = Object.entries(shown.call.responses ?? {}).map(([status, answer]) => ({
    status,
    ...resolved(api, answer),
  }));
  const good = answers.filter(({ status }) => Number(status) < 400);
  const refusals = answers.filter(({ status }) => !(Number(status) < 400));
  return (
    <>
      <h3>{say("answers")}</h3>
      {good.map(({ status, description, ...content }) => {
        const schema = jsonSchema(content);
        return (
          <div key={status} className="call-answer">
            <span>
              <code className="number">{status}</code> {description}
            </span>
            {schema && <SchemaTable label={`${say("answers")} ${status}`} schema={schema} />}
          </div>
        );
      })}
      <h3>{say("refusals")}</h3>
      <ul className="call-refusals">
        {refusals.map(({ status, description }) => (
          <li key={status}>
            {status !== "default" && <code className="number">{status}</code>} {description}
          </li>
        ))}
      </ul>
    </>
  );
}

function Parameters({ shown }: { shown: ShownCall }) {
  const say = useSay(developerWords);
  const { api } = useReading();
  const parameters = (shown.call.parameters ?? []).map(parameter => resolved(api, parameter));
  return (
    <>
      <h3>{say("parameters")}</h3>
      <DataTable
        label={say("parameters")}
        rows={parameters}
        rowKey={parameter => `${parameter.in}/${parameter.name}`}
        columns={[
          {
            key: "name",
            title: say("name"),
            lead: true,
            width: "26%",
            cell: one => <Name name={one.name} required={one.required} />,
          },
          {
            key: "type",
            title: say("type"),
            width: "30%",
            cell: one => (
              <>
                {one.schema && <Type schema={one.schema} />} <span className="quiet">{one.in}</span>
              </>
            ),
          },
          { key: "meaning", title: say("meaning"), cell: one => one.description },
        ]}
      />
    </>
  );
}
