import { PlusOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Dropdown, Skeleton } from "antd";
import { api } from "~/kernel/api/api";
import { useCatalog } from "~/kernel/catalog/catalog";
import { EditingLine } from "~/kernel/editing/EditingLine";
import { ListByObject } from "~/kernel/editing/ListByObject";
import { useSay } from "~/kernel/i18n/language";
import { FilterWords } from "~/kernel/list/filter/FilterWords";
import { useAddressState } from "~/kernel/navigation/navigation";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { EmptyState } from "~/ui/EmptyState";
import { Page, Panel } from "~/ui/Page";
import { Designer } from "./Designer";
import { designerWords, pageWords } from "./messages";
import { type Automation, blank, bodyOf, draftOf, fromOffer, type TriggerKind } from "./plan";
import "~/kernel/flow/flow.css";
import "./automations.css";

export const AUTOMATIONS = ["automations"];

export interface ObjectOffer {
  name: string;
  label: string;
  commands: { name: string; label: string }[];
  events: { name: string; label: string }[];
}

/** One that many companies want, to begin with. */
interface Offer {
  key: string;
  name: string;
  text: string;
  object: string;
  plan: Pick<Automation, "trigger" | "when" | "again" | "nodes">;
}

interface All {
  items: Automation[];
  objects: ObjectOffer[];
  offers: Offer[];
}

/** What goes by itself, by object. */
export default function AutomationsPage() {
  return (
    <AdministratorsOnly>
      <Automations />
    </AdministratorsOnly>
  );
}

function Automations() {
  const say = useSay(pageWords);
  const [address, change] = useAddressState();
  const answer = useQuery({
    queryKey: AUTOMATIONS,
    queryFn: ({ signal }) => api.get<All>("/workflows", signal),
  });
  if (answer.isPending) return <Skeleton active />;
  if (!answer.data) return <EmptyState title={answer.error?.message} />;
  const all = answer.data;
  const chosen = all.items.find(each => String(each.id) === address.automation);
  const begun = all.objects.find(object => object.name === address.new);
  const template = all.offers.find(each => each.key === address.offer);
  const close = () => change({ automation: null, new: null, offer: null });
  const offer = (name: string) => all.objects.find(object => object.name === name);
  if (chosen) {
    return (
      <Designer
        key={`${chosen.id} ${chosen.version}`}
        automation={chosen}
        begun={draftOf(chosen)}
        offer={offer(chosen.object)}
        onClose={close}
        onKept={() => undefined}
      />
    );
  }
  if (begun || template) {
    const object = template?.object ?? begun?.name ?? "";
    return (
      <Designer
        automation={null}
        begun={template ? fromOffer(template.object, template.name, template.plan) : blank(object)}
        offer={offer(object)}
        onClose={close}
        onKept={id => change({ automation: String(id), new: null, offer: null }, { replace: true })}
      />
    );
  }
  const add = (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: all.objects.map(object => ({ key: object.name, label: object.label })),
        onClick: ({ key }) => change({ new: key }),
        className: "automation-menu",
      }}
    >
      <Button type="primary" icon={<PlusOutlined aria-hidden />}>
        {say("add")}
      </Button>
    </Dropdown>
  );
  return (
    <Page title={say("automations")} text={say("text")} actions={add}>
      {all.items.length === 0 && <EmptyState title={say("none")} text={say("noneText")} />}
      <div className="flows">
        <ListByObject
          objects={all.objects}
          items={all.items}
          line={each => <Line automation={each} onOpen={() => change({ automation: String(each.id) })} />}
        />
        <Panel title={say("offers")}>
          <ul>
            {all.offers.map(each => (
              <li key={each.key} className="flow-line">
                <button
                  type="button"
                  aria-label={say("begin", { name: each.name })}
                  onClick={() => change({ offer: each.key })}
                >
                  <b>{each.name}</b>
                  <span className="quiet">{each.text}</span>
                </button>
                <Button onClick={() => change({ offer: each.key })}>{say("use")}</Button>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </Page>
  );
}

function Line({ automation, onOpen }: { automation: Automation; onOpen: () => void }) {
  const say = useSay(pageWords);
  const sayKinds = useSay(designerWords);
  const queries = useQueryClient();
  const catalog = useCatalog();
  const object = catalog.find(automation.object);
  const { live, failed, done } = automation.runs;
  async function turn(active: boolean) {
    const body = {
      ...bodyOf({ ...draftOf(automation), active }, catalog.objects),
      version: automation.version,
    };
    await api.put(`/workflows/${automation.id}`, body, { said: say("saved") });
    await queries.invalidateQueries({ queryKey: AUTOMATIONS });
  }
  return (
    <EditingLine
      edit={say("edit", { name: automation.name })}
      onOpen={onOpen}
      active={automation.active}
      activeOf={say("activeOf", { name: automation.name })}
      turn={turn}
    >
      <b>{automation.name}</b>
      <span className="quiet">
        {sayKinds((automation.trigger as { kind: TriggerKind }).kind)}
        {automation.when && object && (
          <>
            {" · "}
            <FilterWords object={object} filter={automation.when} />
          </>
        )}
        {` · ${say("edition", { edition: automation.edition })}`}
      </span>
      <span className="automation-tally number">
        {live > 0 && <span>{say("liveRuns", { count: live })}</span>}
        {done > 0 && <span className="quiet">{say("doneRuns", { count: done })}</span>}
        {failed > 0 && <span className="form-row-error">{say("failedRuns", { count: failed })}</span>}
      </span>
      {automation.fault && <span className="form-row-error">{automation.fault}</span>}
    </EditingLine>
  );
}
