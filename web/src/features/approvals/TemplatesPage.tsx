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
import { Page } from "~/ui/Page";
import { Designer } from "./Designer";
import { bodyOf, draftOf, type Editable, type FlowDraft, type Template } from "./flow";
import { designerWords } from "./messages";
import "~/kernel/flow/flow.css";

export const TEMPLATES = ["approval-templates"];

interface All {
  items: Template[];
  objects: { name: string; label: string; editable: Editable[] }[];
}

/** How records are approved: the flows of all objects, each drawn as it goes. */
export default function TemplatesPage() {
  return (
    <AdministratorsOnly>
      <Templates />
    </AdministratorsOnly>
  );
}

function Templates() {
  const say = useSay(designerWords);
  const [address, change] = useAddressState();
  const answer = useQuery({
    queryKey: TEMPLATES,
    queryFn: ({ signal }) => api.get<All>("/approvals/templates", signal),
  });
  if (answer.isPending) return <Skeleton active />;
  if (!answer.data) return <EmptyState title={answer.error?.message} />;
  const all = answer.data;
  const chosen = all.items.find(template => String(template.id) === address.template);
  const begun = all.objects.find(object => object.name === address.new);
  const close = () => change({ template: null, new: null });
  if (chosen) {
    return (
      <Designer
        key={`${chosen.id} ${chosen.version}`}
        template={chosen}
        begun={draftOf(chosen)}
        editable={all.objects.find(object => object.name === chosen.object)?.editable ?? []}
        onClose={close}
        onKept={() => undefined}
      />
    );
  }
  if (begun) {
    return (
      <Designer
        template={null}
        begun={blank(begun.name, `${begun.label}${say("templates")}`, all.items.length)}
        editable={begun.editable}
        onClose={close}
        onKept={id => change({ template: String(id), new: null }, { replace: true })}
      />
    );
  }
  const add = (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: all.objects.map(object => ({ key: object.name, label: object.label })),
        onClick: ({ key }) => change({ new: key }),
      }}
    >
      <Button type="primary" icon={<PlusOutlined aria-hidden />}>
        {say("add")}
      </Button>
    </Dropdown>
  );
  return (
    <Page title={say("templates")} text={say("text")} actions={add}>
      {all.items.length === 0 && <EmptyState title={say("none")} text={say("noneText")} />}
      <div className="flows">
        <ListByObject
          objects={all.objects}
          items={all.items}
          line={each => <Line template={each} onOpen={() => change({ template: String(each.id) })} />}
        />
      </div>
    </Page>
  );
}

function blank(object: string, name: string, position: number): FlowDraft {
  return {
    object,
    name,
    active: false,
    position,
    when: null,
    repeats: "notAtOnce",
    withdrawable: "whileRunning",
    revocable: "never",
    seal: null,
    nodes: [],
  };
}

function Line({ template, onOpen }: { template: Template; onOpen: () => void }) {
  const say = useSay(designerWords);
  const queries = useQueryClient();
  const object = useCatalog().find(template.object);
  async function turn(active: boolean) {
    const body = { ...bodyOf({ ...draftOf(template), active }), version: template.version };
    await api.put(`/approvals/templates/${template.id}`, body, { said: say("saved") });
    await queries.invalidateQueries({ queryKey: TEMPLATES });
  }
  return (
    <EditingLine
      edit={say("edit", { name: template.name })}
      onOpen={onOpen}
      active={template.active}
      activeOf={say("activeOf", { name: template.name })}
      turn={turn}
    >
      <b>{template.name}</b>
      <span className="quiet">
        {template.when && object ? <FilterWords object={object} filter={template.when} /> : say("whenAll")}
        {` · ${say("edition", { edition: template.edition })}`}
      </span>
    </EditingLine>
  );
}
