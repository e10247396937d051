import { TreeSelect } from "antd";
import type { Filter, Grant } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { departmentTree, useDepartments } from "~/kernel/people/people";
import { FormRow } from "~/ui/FormRow";
import { organisationWords } from "../messages";
import { EVERY_OBJECT, isDetailed, withDepartments, withFilter } from "./grants";
import { rightsWords } from "./messages";

interface Props {
  grants: Grant[];
  onChange: (grants: Grant[]) => void;
}

/** What has to be said of cells that reach chosen departments, or what matches a filter. */
export function ScopeDetails({ grants, onChange }: Props) {
  const say = useSay(organisationWords);
  const catalog = useCatalog();
  return grants
    .filter(({ scope }) => isDetailed(scope))
    .map(grant => {
      const label =
        grant.object === EVERY_OBJECT
          ? say("everyObject")
          : (catalog.find(grant.object)?.label ?? grant.object);
      const title = `${label} · ${say(grant.verb)}`;
      const id = `${grant.scope}-${grant.object}-${grant.verb}`;
      return grant.scope === "departments" ? (
        <ChosenDepartments
          key={id}
          title={title}
          id={id}
          chosen={grant.departments ?? []}
          onChange={departments => onChange(withDepartments(grants, grant, departments))}
        />
      ) : (
        <Matching
          key={id}
          title={title}
          grant={grant}
          onChange={filter => onChange(withFilter(grants, grant, filter))}
        />
      );
    });
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
    <div className="rights-details">
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

interface MatchingProps {
  title: string;
  grant: Grant;
  onChange: (filter: Filter | null) => void;
}

function Matching({ title, grant, onChange }: MatchingProps) {
  const say = useSay(rightsWords);
  const object = useCatalog().find(grant.object);
  if (!object) return null;
  return (
    <fieldset className="rights-details">
      <legend>{say("filterOf", { title })}</legend>
      <p className="quiet">{say("filterNote")}</p>
      <FilterBuilder
        object={object}
        filter={(grant.filter as Filter | undefined) ?? null}
        onChange={onChange}
      />
      {!grant.filter && <p className="rights-missing">{say("filterMissing")}</p>}
    </fieldset>
  );
}
