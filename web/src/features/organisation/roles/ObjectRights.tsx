import { TreeSelect } from "antd";
import type { Grant, Scope, Verb } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { departmentTree, useDepartments } from "~/kernel/people/people";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import { organisationWords } from "../messages";
import {
  EVERY_OBJECT,
  grantOn,
  rowScope,
  SCOPES,
  VERBS,
  withDepartments,
  withRow,
  withScope,
} from "./grants";

const WORD_OF = {
  own: "own",
  subordinates: "subordinates",
  department: "departmentScope",
  departmentTree: "departmentTree",
  departments: "departmentsScope",
  region: "region",
  all: "allScope",
  filter: "filter",
} as const satisfies Record<Scope, keyof typeof organisationWords>;

interface Props {
  grants: Grant[];
  onChange: (grants: Grant[]) => void;
}

interface Row {
  object: string;
  label: string;
}

/** Objects down, verbs across, and in each cell how far the right reaches. */
export function ObjectRights({ grants, onChange }: Props) {
  const say = useSay(organisationWords);
  const catalog = useCatalog();
  const rows: Row[] = [
    { object: EVERY_OBJECT, label: say("everyObject") },
    ...catalog.listed().map(({ name, label }) => ({ object: name, label })),
  ];
  const labelOf = (object: string) => rows.find(row => row.object === object)?.label ?? object;

  const columns: DataColumn<Row>[] = [
    { key: "object", title: say("object"), lead: true, cell: row => <strong>{row.label}</strong> },
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
            choices={SCOPES.filter(scope => scope !== "departments")}
            onChange={scope => onChange(withRow(grants, row.object, scope))}
          />
        );
      },
    },
    ...VERBS.map(
      (verb): DataColumn<Row> => ({
        key: verb,
        title: say(verb),
        cell: row => (
          <ScopeSelect
            label={say("scopeOf", { object: row.label, verb: say(verb) })}
            scope={grantOn(grants, row.object, verb)?.scope ?? null}
            inherited={row.object === EVERY_OBJECT ? null : inheritedScope(verb)}
            choices={SCOPES}
            onChange={scope => onChange(withScope(grants, row.object, verb, scope))}
          />
        ),
      }),
    ),
  ];

  function inheritedScope(verb: Verb): Scope | null {
    return grantOn(grants, EVERY_OBJECT, verb)?.scope ?? null;
  }

  return (
    <Panel title={say("objectRights")}>
      <p className="quiet rights-text">{say("objectRightsText")}</p>
      <div className="rights-matrix">
        <DataTable label={say("objectRights")} columns={columns} rows={rows} rowKey={row => row.object} />
      </div>
      {grants
        .filter(grant => grant.scope === "departments")
        .map(grant => (
          <ChosenDepartments
            key={`${grant.object}/${grant.verb}`}
            title={`${labelOf(grant.object)} · ${say(grant.verb)}`}
            id={`departments-${grant.object}-${grant.verb}`}
            chosen={grant.departments ?? []}
            onChange={departments => onChange(withDepartments(grants, grant, departments))}
          />
        ))}
    </Panel>
  );
}

interface ScopeSelectProps {
  label: string;
  scope: Scope | null;
  choices: Scope[];
  /** What the row of every object gives already. */
  inherited?: Scope | null;
  mixed?: boolean;
  onChange: (scope: Scope | null) => void;
}

/** A native select: a matrix has many of them, and a phone shows its own wheel. */
function ScopeSelect({ label, scope, choices, inherited, mixed, onChange }: ScopeSelectProps) {
  const say = useSay(organisationWords);
  const offered = scope && !choices.includes(scope) ? [...choices, scope] : choices;
  return (
    <select
      className={scope ? "rights-select is-set" : "rights-select"}
      aria-label={label}
      value={mixed ? "mixed" : (scope ?? "")}
      onChange={event => onChange((event.target.value || null) as Scope | null)}
    >
      {mixed && (
        <option value="mixed" disabled>
          …
        </option>
      )}
      <option value="">
        {inherited ? say("inherited", { scope: say(WORD_OF[inherited]) }) : say("notGranted")}
      </option>
      {offered.map(each => (
        <option key={each} value={each}>
          {say(WORD_OF[each])}
        </option>
      ))}
    </select>
  );
}

interface ChosenProps {
  id: string;
  title: string;
  chosen: number[];
  onChange: (departments: number[]) => void;
}

function ChosenDepartments({ id, title, chosen, onChange }: ChosenProps) {
  const say = useSay(organisationWords);
  const departments = useDepartments();
  const missing = chosen.length === 0;
  return (
    <div className="rights-departments">
      <FormRow
        id={id}
        label={`${title} · ${say("chosenDepartments")}`}
        error={missing ? say("departmentsMissing") : undefined}
        required
      >
        <TreeSelect
          id={id}
          aria-label={`${title} ${say("chosenDepartments")}`}
          aria-describedby={`${id}-note`}
          multiple
          status={missing ? "error" : undefined}
          value={chosen}
          treeData={departmentTree(departments.data?.items ?? [])}
          treeDefaultExpandAll
          showSearch={{ treeNodeFilterProp: "title" }}
          onChange={(next: number[]) => onChange(next)}
          style={{ width: "100%" }}
        />
      </FormRow>
    </div>
  );
}
