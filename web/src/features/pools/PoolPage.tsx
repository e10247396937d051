import { useQueryClient } from "@tanstack/react-query";
import { Input, Segmented, Select, Skeleton, TreeSelect } from "antd";
import { api } from "~/kernel/api/api";
import type { Pool } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { EditingPage } from "~/kernel/editing/EditingPage";
import { useEditing } from "~/kernel/editing/useEditing";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { Link, useGo } from "~/kernel/navigation/navigation";
import { PeopleSelect } from "~/kernel/people/PeopleSelect";
import { departmentTree, useDepartments } from "~/kernel/people/people";
import { useRoleOptions } from "~/kernel/people/useRoleOptions";
import { refreshRecords } from "~/kernel/records/records";
import { useSession } from "~/kernel/session/session";
import { EmptyState } from "~/ui/EmptyState";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import { Limits } from "./Limits";
import { poolsWords } from "./messages";
import { draftOf, newPool, type PoolDraft, poolsKey, usePools } from "./pools";
import { Recycling } from "./Recycling";
import { Tonight } from "./Tonight";
import { Turn } from "./Turn";
import "./pools.css";

/** One pool: who uses it, what is hidden, limits, and when records come back. */
export default function PoolPage({ params }: { params: Record<string, string> }) {
  const say = useSay(poolsWords);
  const { administrator } = useSession().user;
  const pools = usePools();
  if (!administrator) return <EmptyState title={say("administratorsOnly")} />;
  if (pools.isPending) return <Skeleton active />;
  const all = pools.data?.items ?? [];
  const pool = all.find(each => String(each.id) === params.id) ?? null;
  if (!pool && params.id !== "new") {
    return (
      <EmptyState title={say("missing")}>
        <Link href="/settings/pools">{say("back")}</Link>
      </EmptyState>
    );
  }
  return <Editor key={`${pool?.id} ${pool?.version}`} pool={pool} all={all} />;
}

function Editor({ pool, all }: { pool: Pool | null; all: Pool[] }) {
  const say = useSay(poolsWords);
  const sayCommon = useSay(common);
  const go = useGo();
  const queries = useQueryClient();
  const catalog = useCatalog();
  const departments = useDepartments();
  const roles = useRoleOptions();
  const pooled = catalog.listed().filter(object => object.capabilities.includes("pooled"));
  const editing = useEditing<PoolDraft>(() => (pool ? draftOf(pool) : newPool(pooled[0]?.name ?? "")));
  const { draft, setDraft, set, errors } = editing;
  const member = (change: Partial<PoolDraft["members"]>) => set({ members: { ...draft.members, ...change } });
  const object = catalog.find(draft.object);

  const back = () => go("/settings/pools");

  function save() {
    const body = { ...draft, name: draft.name.trim() };
    const said = { said: say("saved", { name: body.name }) };
    return editing.keep(
      () => {
        const { object: _, ...change } = body;
        return pool
          ? api.patch(`/pools/${pool.id}`, { ...change, version: pool.version }, said)
          : api.post("/pools", body, said);
      },
      async () => {
        back();
        await queries.invalidateQueries({ queryKey: poolsKey });
        await refreshRecords(queries);
      },
    );
  }

  const remove = ({ id, name }: Pool) =>
    editing.keep(
      () => api.delete(`/pools/${id}`, { said: say("deleted", { name }) }),
      () => {
        back();
        return queries.invalidateQueries({ queryKey: poolsKey });
      },
    );

  return (
    <EditingPage
      title={pool ? pool.name : say("add")}
      editing={editing}
      why={Object.values(errors)[0]}
      onSave={save}
      unfinished={!draft.name.trim()}
      onClose={back}
      removal={
        pool && {
          label: sayCommon("delete"),
          ask: say("deleteSure", { name: pool.name }),
          text: say("deleteText"),
          act: () => remove(pool),
        }
      }
      className="pool-editor"
    >
      <Panel title={say("people")}>
        <div className="pool-pair">
          <FormRow id="pool-name" label={say("name")} error={errors.name} required>
            <Input
              id="pool-name"
              maxLength={60}
              autoComplete="off"
              value={draft.name}
              onChange={event => set({ name: event.target.value })}
            />
          </FormRow>
          <FormRow id="pool-object" label={say("object")} error={errors.object}>
            <Select
              id="pool-object"
              disabled={pool !== null}
              value={draft.object}
              options={pooled.map(({ name, label }) => ({ value: name, label }))}
              onChange={name => setDraft({ ...newPool(name), name: draft.name })}
            />
          </FormRow>
          <FormRow id="pool-departments" label={say("departments")} error={errors["members.departments"]}>
            <TreeSelect
              id="pool-departments"
              multiple
              allowClear
              value={draft.members.departments}
              treeData={departmentTree(departments.data?.items ?? [])}
              treeDefaultExpandAll
              showSearch={{ treeNodeFilterProp: "title" }}
              onChange={(ids: number[]) => member({ departments: ids })}
              style={{ width: "100%" }}
            />
          </FormRow>
          <FormRow id="pool-users" label={say("users")} error={errors["members.users"]}>
            <PeopleSelect
              id="pool-users"
              known={pool?.members.users ?? []}
              value={draft.members.users}
              onChange={users => member({ users })}
            />
          </FormRow>
          <FormRow id="pool-roles" label={say("roles")} error={errors["members.roles"]}>
            <Select
              id="pool-roles"
              mode="multiple"
              allowClear
              value={draft.members.roles}
              options={roles}
              optionFilterProp="label"
              onChange={ids => member({ roles: ids })}
              style={{ width: "100%" }}
            />
          </FormRow>
          <FormRow
            id="pool-administrators"
            label={say("administrators")}
            help={say("administratorsHelp")}
            error={errors.administrators}
          >
            <PeopleSelect
              id="pool-administrators"
              known={pool?.administrators ?? []}
              value={draft.administrators}
              onChange={administrators => set({ administrators })}
            />
          </FormRow>
        </div>
        <FormRow id="pool-kind" label={say("kind")}>
          <Segmented
            id="pool-kind"
            aria-label={say("kind")}
            value={draft.assignedOnly ? "assign" : "claim"}
            options={[
              { value: "claim", label: say("claimKind") },
              { value: "assign", label: say("assignKind") },
            ]}
            onChange={kind => set({ assignedOnly: kind === "assign" })}
          />
        </FormRow>
        <Turn
          id="pool-standard"
          label={say("standard")}
          help={say("standardHelp")}
          disabled={pool?.standard}
          value={draft.standard}
          onChange={standard => set({ standard })}
        />
      </Panel>
      <Panel title={say("beforeClaim")}>
        <FormRow id="pool-hidden" label={say("hidden")} help={say("hiddenHelp")} error={errors.hidden}>
          <Select
            id="pool-hidden"
            mode="multiple"
            allowClear
            value={draft.hidden}
            options={(object?.fields ?? [])
              .filter(field => field.name !== object?.titleField && !UNHIDDEN.has(field.name))
              .map(({ name, label }) => ({ value: name, label }))}
            optionFilterProp="label"
            onChange={hidden => set({ hidden })}
            style={{ width: "100%" }}
          />
        </FormRow>
        <Turn
          id="pool-children"
          label={say("opensChildren")}
          value={draft.opensChildren}
          onChange={opensChildren => set({ opensChildren })}
        />
      </Panel>
      <Limits draft={draft} pool={pool} object={object} roles={roles} errors={errors} set={set} />
      <Recycling draft={draft} object={object} others={all} self={pool} errors={errors} set={set} />
      <Tonight draft={draft} id={pool?.id ?? null} />
    </EditingPage>
  );
}

const UNHIDDEN = new Set([
  "id",
  "version",
  "createdAt",
  "createdBy",
  "updatedAt",
  "updatedBy",
  "owner",
  "pool",
  "claimedAt",
  "protectedUntil",
  "returnsAt",
]);
