import { useState } from "react";
import { useSay } from "~/kernel/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { developerWords } from "./messages";
import { curlOf, jsonSchema, type OpenApi, resolved, type Schema, type ShownCall, typeWord } from "./openApi";

/** One call: closed a line, opened all there is to know about it. */
export function CallDetails({ api, shown }: { api: OpenApi; shown: ShownCall }) {
  const say = useSay(developerWords);
  const [open, setOpen] = useState(false);
  const { method, path, call } = shown;
  return (
    <details className="call" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        <code className="call-method" data-method={method}>
          {method.toUpperCase()}
        </code>
        <code className="call-path">{path}</code>
        <span className="quiet">{call.summary}</span>
      </summary>
      {open && (
        <div className="call-body">
          {call.description && <p>{call.description}</p>}
          <Parameters api={api} shown={shown} />
          {call.requestBody && (
            <>
              <h3>{say("body")}</h3>
              <SchemaTable
                api={api}
                label={say("body")}
                schema={jsonSchema(resolved(api, call.requestBody))}
              />
            </>
          )}
          <h3>{say("answers")}</h3>
          {Object.entries(call.responses ?? {}).map(([status, answer]) => {
            const content = resolved(api, answer);
            return (
              <div key={status} className="call-answer">
                <span>
                  <code className="number">{status}</code> {content.description}
                </span>
                {Number(status) < 300 && (
                  <SchemaTable api={api} label={status} schema={jsonSchema(content)} />
                )}
              </div>
            );
          })}
          <h3>{say("example")}</h3>
          <pre>{curlOf(shown, window.location.origin)}</pre>
        </div>
      )}
    </details>
  );
}

function Parameters({ api, shown }: { api: OpenApi; shown: ShownCall }) {
  const say = useSay(developerWords);
  const parameters = (shown.call.parameters ?? []).map(parameter => resolved(api, parameter));
  if (parameters.length === 0) return null;
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
            cell: one => <Name name={one.name} required={one.required} />,
          },
          { key: "in", title: say("in"), cell: one => one.in },
          { key: "type", title: say("type"), cell: one => <code>{typeWord(one.schema)}</code> },
          { key: "meaning", title: say("meaning"), cell: one => one.description },
        ]}
      />
    </>
  );
}

function SchemaTable({ api, label, schema }: { api: OpenApi; label: string; schema: Schema | undefined }) {
  const say = useSay(developerWords);
  if (!schema) return null;
  const whole = resolved(api, schema.items ? resolved(api, schema.items) : schema);
  const parts = [whole, ...(whole.allOf ?? []).map(part => resolved(api, part))];
  const properties = parts.flatMap(part => Object.entries(part.properties ?? {}));
  const required = parts.flatMap(part => part.required ?? []);
  if (properties.length === 0) return <code>{typeWord(schema)}</code>;
  return (
    <DataTable
      label={label}
      rows={properties}
      rowKey={([name]) => name}
      columns={[
        {
          key: "name",
          title: say("name"),
          lead: true,
          cell: ([name]) => <Name name={name} required={required.includes(name)} />,
        },
        { key: "type", title: say("type"), cell: ([, one]) => <code>{typeWord(one)}</code> },
        { key: "meaning", title: say("meaning"), cell: ([, one]) => one.description ?? one.title },
      ]}
    />
  );
}

function Name({ name, required }: { name: string; required?: boolean }) {
  const say = useSay(developerWords);
  return (
    <>
      <code>{name}</code> {required && <span className="quiet">{say("required")}</span>}
    </>
  );
}
