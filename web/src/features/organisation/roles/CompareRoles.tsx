import { ArrowLeftOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import type { Grant, Role } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { useDepartments } from "~/kernel/people/people";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Panel } from "~/ui/Page";
import { organisationWords } from "../messages";
import { type Difference, differencesOf } from "./differences";
import { RIGHT_WORDS } from "./FieldRights";
import { EVERY_OBJECT } from "./grants";
import { rightsWords } from "./messages";
import { PAGE_WORDS } from "./PageRights";
import { SCOPE_WORDS } from "./scopeWords";

interface Props {
  one: Role;
  other: Role | undefined;
  roles: Role[];
  onOther: (id: number) => void;
  onLeave: () => void;
}

/** Two roles side by side: only where they differ. */
export function CompareRoles({ one, other, roles, onOther, onLeave }: Props) {
  const say = useSay(rightsWords);
  const sayOrganisation = useSay(organisationWords);
  const { nameOf, textOf } = useDifferenceText();
  const columns: DataColumn<Difference>[] = [
    { key: "what", title: say("what"), lead: true, cell: nameOf },
    { key: "one", title: one.name, cell: difference => textOf(difference, "one") },
    { key: "other", title: other?.name ?? "–", cell: difference => textOf(difference, "other") },
  ];
  const differences = other ? differencesOf(one, other) : [];
  return (
    <div className="role">
      <Button className="role-compare-back" icon={<ArrowLeftOutlined />} onClick={onLeave}>
        {one.name}
      </Button>
      <Panel
        title={say("compareTitle")}
        extra={
          <Select
            className="rights-search"
            aria-label={say("compareWith")}
            placeholder={say("compareWith")}
            value={other?.id}
            options={roles
              .filter(role => role.id !== one.id)
              .map(role => ({ value: role.id, label: role.name }))}
            onChange={onOther}
          />
        }
      >
        <p className="quiet rights-text">{say("compareOnly")}</p>
        {other ? (
          <DataTable
            label={say("compareTitle")}
            columns={columns}
            rows={differences}
            rowKey={difference => JSON.stringify({ ...difference, one: null, other: null })}
            empty={<EmptyState title={say("compareSame")} />}
          />
        ) : (
          <EmptyState title={sayOrganisation("chooseRole")} />
        )}
      </Panel>
    </div>
  );
}

function useDifferenceText() {
  const say = useSay(rightsWords);
  const sayOrganisation = useSay(organisationWords);
  const catalog = useCatalog();
  const names = new Map(useDepartments().data?.items.map(({ id, name }) => [id, name]));
  const objectName = (name: string) =>
    name === EVERY_OBJECT ? sayOrganisation("everyObject") : (catalog.find(name)?.label ?? name);

  function nameOf(difference: Difference): string {
    switch (difference.of) {
      case "administrator":
        return sayOrganisation("administrator");
      case "grant":
        return `${objectName(difference.object)} · ${sayOrganisation(difference.verb)}`;
      case "field": {
        const fields = catalog.find(difference.object)?.fields ?? [];
        const label = fields.find(({ name }) => name === difference.field)?.label ?? difference.field;
        return `${objectName(difference.object)} · ${label}`;
      }
      case "page":
        return `${say("pages")} · ${say(PAGE_WORDS[difference.page][0])}`;
      case "command":
        return `${sayOrganisation("commands")} · ${commandName(difference.command)}`;
    }
  }

  /** `customer.claim` is told as 客户 · 领取; every command of an object is `customer.*`. */
  function commandName(name: string): string {
    const [object = "", command = ""] = name.split(".");
    const label = catalog.find(object)?.commands.find(each => each.name === command)?.label;
    return `${objectName(object)} · ${command === "*" ? say("everyCommand") : (label ?? command)}`;
  }

  function textOf(difference: Difference, side: "one" | "other"): string {
    if (difference.of === "grant") return scopeText(difference[side]);
    if (difference.of === "field") return sayOrganisation(RIGHT_WORDS[difference[side]]);
    return say(difference[side] ? "yes" : "no");
  }

  function scopeText(grant: Grant | undefined): string {
    if (!grant) return say("none");
    const departments = grant.departments?.map(id => names.get(id) ?? `#${id}`).join("、");
    return sayOrganisation(SCOPE_WORDS[grant.scope]) + (departments ? `：${departments}` : "");
  }

  return { nameOf, textOf };
}
