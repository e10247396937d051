import { useQueryClient } from "@tanstack/react-query";
import { Checkbox, Skeleton, Switch, Tree } from "antd";
import { useDeferredValue, useMemo, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { RegionOwners } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useRegions } from "~/kernel/regions/regions";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { EmptyState } from "~/ui/EmptyState";
import { Page, Panel } from "~/ui/Page";
import { SearchBox } from "~/ui/SearchBox";
import { regionWords } from "./messages";
import { OwnersDialog } from "./OwnersDialog";
import {
  type Branch,
  found,
  type Owner,
  openKeys,
  ownersOf,
  regionOwnersKey,
  useRegionOwners,
} from "./regions";
import "./regions.css";

/** Who looks after which region. */
export default function RegionsPage() {
  return (
    <AdministratorsOnly>
      <Arrangement />
    </AdministratorsOnly>
  );
}

function Arrangement() {
  const say = useSay(regionWords);
  const { data } = useRegionOwners();
  const regions = useRegions();
  return (
    <Page title={say("regions")} text={say("regionsText")}>
      <div className="region-owners">
        {data && <Assigning objects={data.objects} />}
        <Panel>{data && regions ? <RegionTree arrangement={data} /> : <Skeleton active />}</Panel>
      </div>
    </Page>
  );
}

/** Whether new records go to the owners of their regions. */
function Assigning({ objects }: { objects: RegionOwners["objects"] }) {
  const say = useSay(regionWords);
  const queries = useQueryClient();
  const { act, busy } = useAct();
  return (
    <Panel>
      {objects.map(({ object, label, active }) => (
        <p key={object} className="region-assign">
          <Switch
            id={`assign-${object}`}
            checked={active}
            loading={busy}
            onChange={on =>
              void act(async () => {
                const said = { said: say(on ? "assignOn" : "assignOff", { name: label }) };
                await api.put(`/region-owners/objects/${object}`, { active: on }, said);
                await queries.invalidateQueries({ queryKey: regionOwnersKey });
              })
            }
          />
          <label htmlFor={`assign-${object}`}>{say("assign", { name: label })}</label>
          <span className="quiet">{say("assignHelp")}</span>
        </p>
      ))}
    </Panel>
  );
}

function RegionTree({ arrangement }: { arrangement: RegionOwners }) {
  const say = useSay(regionWords);
  const regions = useRegions();
  const owners = useMemo(() => ownersOf(arrangement), [arrangement]);
  const [words, setWords] = useState("");
  const [onlyOwned, setOnlyOwned] = useState(false);
  const [opened, setOpened] = useState<string[]>([]);
  const [editing, setEditing] = useState<string | null>(null);
  const asked = useDeferredValue(words.trim());
  const branches = useMemo(
    () => found(regions?.tree ?? [], owners, asked, onlyOwned),
    [regions, owners, asked, onlyOwned],
  );
  const narrowed = asked !== "" || onlyOwned;
  const expanded = useMemo(() => (narrowed ? openKeys(branches) : opened), [narrowed, branches, opened]);
  return (
    <>
      <div className="region-bar">
        <SearchBox label={say("search")} value={words} onChange={setWords} />
        <Checkbox checked={onlyOwned} onChange={event => setOnlyOwned(event.target.checked)}>
          {say("onlyOwned")}
        </Checkbox>
      </div>
      {branches.length === 0 ? (
        <EmptyState title={say(onlyOwned && asked === "" ? "noneOwned" : "none")} />
      ) : (
        <Tree<Branch>
          blockNode
          virtual
          height={600}
          aria-label={say("regions")}
          treeData={branches}
          fieldNames={{ title: "name" }}
          expandedKeys={expanded}
          onExpand={keys => setOpened(keys.map(String))}
          selectedKeys={[]}
          onSelect={(_, { node }) => setEditing(node.key)}
          titleRender={branch => (
            <span className="region-line">
              <span>{branch.name}</span>
              <Owners owners={owners.get(branch.key) ?? []} />
            </span>
          )}
        />
      )}
      {editing !== null && (
        <OwnersDialog key={editing} region={editing} owners={owners} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

function Owners({ owners }: { owners: Owner[] }) {
  const say = useSay(regionWords);
  return (
    <span className="region-people">
      {owners.map((owner, at) => (
        <span key={owner.id} className={at === 0 ? "region-first" : "quiet"}>
          {owner.label}
          {!owner.active && <span className="quiet">（{say("left")}）</span>}
          {owner.active && owner.delegate && (
            <span className="quiet">（{say("away", { name: owner.delegate.label ?? "" })}）</span>
          )}
        </span>
      ))}
    </span>
  );
}
