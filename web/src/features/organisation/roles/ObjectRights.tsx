import { useState } from "react";
import type { Grant, Scope, Verb } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Panel } from "~/ui/Page";
import { SearchBox } from "~/ui/SearchBox";
import { useNarrow } from "~/ui/useNarrow";
import { organisationWords } from "../messages";
import {
  columnScope,
  EVERY_OBJECT,
  grantOn,
  isDetailed,
  rowScope,
  SCOPES,
  VERBS,
  withColumn,
  withRow,
  withScope,
} from "./grants";
import { rightsWords } from "./messages";
import { ScopeDetails } from "./ScopeDetails";
import { ScopeSelect } from "./ScopeSelect";

const SIMPLE = SCOPES.filter(scope => !isDetailed(scope));
const OF_EVERY = SCOPES.filter(scope => scope !== "filter");

interface Props {
  grants: Grant[];
  onChange: (grants: Grant[]) => void;
}

interface Row {
  object: string;
  label: string;
}

/** Objects down, verbs across, and in each cell how far the right reaches; a row or a column is set at once. */
export function ObjectRights({ grants, onChange }: Props) {
  const say = useSay(organisationWords);
  const sayRights = useSay(rightsWords);
  const narrow = useNarrow();
  const [words, setWords] = useState("");
  const every: Row = { object: EVERY_OBJECT, label: say("everyObject") };
  const objects: Row[] = useCatalog()
    .listed()
    .map(({ name, label }) => ({ object: name, label }));
  const wanted = words.trim().toLowerCase();
  const found = objects.filter(({ object, label }) => `${label} ${object}`.toLowerCase().includes(wanted));
  const names = found.map(({ object }) => object);

  const columns: DataColumn<Row>[] = [
    {
      key: "object",
      title: say("object"),
      lead: true,
      cell: row => (
        <>
          <strong>{row.label}</strong>
          {row === every && <small className="quiet rights-every">{sayRights("everyText")}</small>}
        </>
      ),
    },
    {
      key: "row",
      title: say("rowAll"),
      cell: row => {
        const even = rowScope(grants, row.object);
        return (
          <ScopeSelect
            label={say("setRow", { object: row.label })}
            scope={even ?? null}
            mixed={even === undefined}
            choices={SIMPLE}
            onChange={scope => onChange(withRow(grants, row.object, scope))}
          />
        );
      },
    },
    ...VERBS.map(
      (verb): DataColumn<Row> => ({
        key: verb,
        title: narrow ? say(verb) : <ColumnHead verb={verb} />,
        cell: row => (
          <ScopeSelect
            label={say("scopeOf", { object: row.label, verb: say(verb) })}
            scope={grantOn(grants, row.object, verb)?.scope ?? null}
            inherited={row === every ? null : inheritedScope(verb)}
            choices={row === every ? OF_EVERY : SCOPES}
            onChange={scope => onChange(withScope(grants, row.object, verb, scope))}
          />
        ),
      }),
    ),
  ];

  function inheritedScope(verb: Verb): Scope | null {
    return grantOn(grants, EVERY_OBJECT, verb)?.scope ?? null;
  }

  function ColumnHead({ verb }: { verb: Verb }) {
    const even = columnScope(grants, names, verb);
    return (
      <span className="rights-column">
        {say(verb)}
        {names.length > 0 && (
          <ScopeSelect
            label={sayRights("setColumn", { verb: say(verb) })}
            scope={even ?? null}
            mixed={even === undefined}
            choices={SIMPLE}
            onChange={scope => onChange(withColumn(grants, names, verb, scope))}
          />
        )}
      </span>
    );
  }

  return (
    <Panel
      title={say("objectRights")}
      extra={
        <SearchBox
          className="rights-search"
          value={words}
          label={sayRights("findObject")}
          onChange={setWords}
        />
      }
    >
      <p className="quiet rights-text">
        {say("objectRightsText")} {sayRights("addsText")}
      </p>
      <div className="rights-matrix">
        <DataTable
          label={say("objectRights")}
          columns={columns}
          rows={wanted ? found : [every, ...found]}
          rowKey={row => row.object}
          empty={<EmptyState title={sayRights("noObject")} />}
          tall
        />
      </div>
      <ScopeDetails grants={grants} onChange={onChange} />
    </Panel>
  );
}
