import { createContext, useContext } from "react";
import { useSay } from "~/kernel/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { developerWords } from "./messages";
import { namesIn, type OpenApi, resolved, type Schema, typeWord, withoutNull } from "./openApi";

/** The description that is read, and a way to look at one of its named shapes. */
export interface Reading {
  api: OpenApi;
  show: (schema: string) => void;
}

export const ReadingContext = createContext<Reading | null>(null);

export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error("outside of the description");
  return reading;
}

/** The keys of a shape; a list's are those of its elements. */
export function SchemaTable({ label, schema }: { label: string; schema: Schema }) {
  const say = useSay(developerWords);
  const { api } = useReading();
  const whole = resolved(api, schema.items ? resolved(api, schema.items) : schema);
  const properties = Object.entries(whole.properties ?? {});
  if (properties.length === 0) return <Values schema={whole} named={schema} />;
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
          width: "26%",
          cell: ([name]) => <Name name={name} required={whole.required?.includes(name) && isBody(whole)} />,
        },
        { key: "type", title: say("type"), width: "30%", cell: ([, one]) => <Type schema={one} /> },
        { key: "meaning", title: say("meaning"), cell: ([, one]) => <Meaning schema={one} /> },
      ]}
    />
  );
}

/** What is sent is closed; of what is answered nobody asks what is required. */
function isBody(schema: Schema): boolean {
  return schema.additionalProperties === false;
}

/** What is no object: its values, or its several shapes. */
function Values({ schema, named }: { schema: Schema; named: Schema }) {
  if (schema.enum) {
    const meanings = new Map(
      (schema.description ?? "").split(" · ").map(part => {
        const space = part.indexOf(" ");
        return [part.slice(0, space), part.slice(space + 1)] as const;
      }),
    );
    return (
      <ul className="schema-values">
        {schema.enum.map(value => (
          <li key={String(value)}>
            <code>{String(value)}</code> {meanings.get(String(value))}
          </li>
        ))}
      </ul>
    );
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices?.some(one => one.properties)) {
    return (
      <>
        {schema.description && <p>{schema.description}</p>}
        {choices.map(one => (
          <SchemaTable
            key={typeWord(one) + Object.keys(one.properties ?? {})}
            label={typeWord(one)}
            schema={one}
          />
        ))}
      </>
    );
  }
  return (
    <p>
      <Type schema={named.$ref ? schema : named} /> {schema.description}
    </p>
  );
}

export function Name({ name, required }: { name: string; required?: boolean }) {
  const say = useSay(developerWords);
  return (
    <>
      <code>{name}</code> {required && <span className="quiet">{say("required")}</span>}
    </>
  );
}

/** A type in a word; a named one leads to what it is. */
export function Type({ schema }: { schema: Schema }) {
  const say = useSay(developerWords);
  const { show } = useReading();
  const plain = withoutNull(schema);
  const names = namesIn(plain.schema);
  const word = typeWord(plain.schema);
  return (
    <span className="schema-type">
      {names.length === 1 && names[0] ? (
        <button type="button" className="schema-link" onClick={() => show(names[0] as string)}>
          <code>{word}</code>
        </button>
      ) : (
        <code>{word}</code>
      )}
      {names.length > 1 &&
        names.map(name => (
          <button key={name} type="button" className="schema-link" onClick={() => show(name)}>
            {name}
          </button>
        ))}
      {schema.maxLength && <span className="quiet">{say("atMost", { count: schema.maxLength })}</span>}
      {plain.nullable && <span className="quiet">{say("nullable")}</span>}
    </span>
  );
}

function Meaning({ schema }: { schema: Schema }) {
  const say = useSay(developerWords);
  return (
    <>
      {schema.description} {schema.readOnly && <span className="quiet">{say("readOnly")}</span>}
    </>
  );
}
