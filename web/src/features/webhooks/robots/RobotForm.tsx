import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input, Segmented, Select, Switch } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Robot, Robots } from "~/kernel/api/contract";
import { EditingPage } from "~/kernel/editing/EditingPage";
import { useEditing } from "~/kernel/editing/useEditing";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { AudienceFields } from "~/kernel/people/AudienceFields";
import { SecretInput } from "~/kernel/secret/SecretInput";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import { DeliveriesPanel } from "../DeliveriesPanel";
import { WEBHOOKS } from "../webhooks";
import { robotWords } from "./messages";
import { bodyOf, draftOf, PRODUCTS, type RobotDraft } from "./robots";
import { SimulatedGroupPanel } from "./SimulatedGroupPanel";

interface Props {
  /** Null for one that is not kept yet. */
  robot: Robot | null;
  all: Robots;
  onClose: () => void;
  onKept: (id: number) => void;
}

/** One robot: where it is, what it tells of whom, and what it told. */
export function RobotForm({ robot, all, onClose, onKept }: Props) {
  const say = useSay(robotWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const { busy: acting, act } = useAct();
  const editing = useEditing<RobotDraft>(() => draftOf(robot, language));
  const { draft, set, errors } = editing;
  const refresh = () => queries.invalidateQueries({ queryKey: WEBHOOKS });

  function save() {
    const said = { said: say("saved") };
    if (robot) {
      return editing.keep(async () => {
        await api.put(`/robots/${robot.id}`, { ...bodyOf(draft), version: robot.version }, said);
        await refresh();
      });
    }
    return editing.keep(
      async () => {
        const added = await api.post<Robot>("/robots", bodyOf(draft), said);
        await refresh();
        return added.id;
      },
      id => onKept(id),
    );
  }

  const remove = () =>
    editing.keep(
      () => api.delete(`/robots/${robot?.id}`, { said: say("removed") }),
      () => {
        onClose();
        return refresh();
      },
    );

  const test = () =>
    act(async () => {
      await api.post(`/webhooks/${robot?.id}/test`, {}, { said: say("tested") });
      await queries.invalidateQueries({ queryKey: [...WEBHOOKS, "deliveries"] });
    });

  return (
    <EditingPage
      title={draft.name || say("add")}
      editing={editing}
      onSave={save}
      onClose={onClose}
      removal={robot && { label: say("remove"), ask: say("removeAsk", { name: draft.name }), act: remove }}
    >
      {draft.simulated && <Alert type="info" showIcon title={say("simulatedHelp")} />}
      {robot?.off && <Alert type="warning" showIcon title={robot.off} />}
      <Group robot={robot} all={all} draft={draft} errors={errors} set={set}>
        {robot && (
          <Button loading={acting} disabled={!robot.active} onClick={() => void test()}>
            {say("test")}
          </Button>
        )}
      </Group>
      <Told robot={robot} all={all} draft={draft} errors={errors} set={set} />
      {robot?.simulated && <SimulatedGroupPanel id={robot.id} />}
      {robot && <DeliveriesPanel webhook={robot} />}
    </EditingPage>
  );
}

interface PartProps {
  robot: Robot | null;
  all: Robots;
  draft: RobotDraft;
  errors: Record<string, string>;
  set: (part: Partial<RobotDraft>) => void;
}

/** Which group it is in, and how it gets there. */
function Group({ robot, all, draft, errors, set, children }: PartProps & { children: React.ReactNode }) {
  const say = useSay(robotWords);
  const product = all.products.find(each => each.product === draft.product);
  return (
    <Panel title={say("where")}>
      <div className="flow-settings">
        <FormRow id="robot-name" label={say("name")} help={say("nameHelp")} required error={errors.name}>
          <Input
            id="robot-name"
            maxLength={60}
            autoComplete="off"
            value={draft.name}
            onChange={event => set({ name: event.target.value })}
          />
        </FormRow>
        <FormRow id="robot-product" label={say("product")} required error={errors.product}>
          <Select
            id="robot-product"
            disabled={robot !== null}
            value={draft.product}
            options={PRODUCTS.map(each => ({ value: each, label: say(each) }))}
            onChange={chosen => set({ product: chosen })}
          />
        </FormRow>
        <FormRow
          id="robot-simulated"
          label={say("simulated")}
          help={draft.simulated ? undefined : say("simulatedText")}
        >
          <Switch
            id="robot-simulated"
            disabled={robot !== null}
            checked={draft.simulated}
            onChange={simulated => set({ simulated })}
          />
        </FormRow>
        {!draft.simulated && (
          <FormRow
            id="robot-address"
            label={say("address")}
            help={say("addressHelp")}
            required
            error={errors.address}
          >
            <Input
              id="robot-address"
              type="url"
              maxLength={1000}
              autoComplete="off"
              placeholder={
                robot ? say("addressGiven", { address: robot.address }) : `https://…${product?.place}…`
              }
              value={draft.address}
              onChange={event => set({ address: event.target.value.trim() })}
            />
          </FormRow>
        )}
        {product?.signs && (
          <FormRow id="robot-secret" label={say("secret")} help={say("secretHelp")} error={errors.secret}>
            <SecretInput
              id="robot-secret"
              label={say("secret")}
              given={robot?.signed ?? false}
              typed={draft.secret}
              invalid={errors.secret !== undefined}
              onChange={secret => set({ secret })}
            />
          </FormRow>
        )}
        <FormRow id="robot-language" label={say("language")} error={errors.language}>
          <Select
            id="robot-language"
            value={draft.language}
            options={[
              { value: "zh-CN", label: "简体中文" },
              { value: "en-US", label: "English" },
            ]}
            onChange={language => set({ language })}
          />
        </FormRow>
      </div>
      <div className="webhook-tools">
        <p className="flow-switch">
          <Switch id="robot-active" checked={draft.active} onChange={active => set({ active })} />
          <label htmlFor="robot-active">{say("active")}</label>
        </p>
        {children}
      </div>
    </Panel>
  );
}

/** Of which notices of whom it tells. */
function Told({ robot, all, draft, errors, set }: PartProps) {
  const say = useSay(robotWords);
  const product = all.products.find(each => each.product === draft.product);
  return (
    <Panel title={say("what")}>
      <FormRow id="robot-kinds" label={say("kinds")} required error={errors.kinds}>
        <Select
          id="robot-kinds"
          mode="multiple"
          allowClear
          style={{ width: "100%" }}
          value={draft.kinds}
          options={all.kinds.map(({ kind, label }) => ({ value: kind, label }))}
          optionFilterProp="label"
          onChange={kinds => set({ kinds })}
        />
      </FormRow>
      <FormRow id="robot-whose" label={say("whose")} required error={errors.everybody}>
        <Segmented<boolean>
          id="robot-whose"
          aria-label={say("whose")}
          value={draft.everybody}
          options={[
            { value: true, label: say("everybody") },
            { value: false, label: say("some") },
          ]}
          onChange={everybody => set({ everybody })}
        />
      </FormRow>
      {!draft.everybody && (
        <AudienceFields
          id="robot"
          value={draft}
          known={robot?.audience.people ?? []}
          errors={errors}
          onChange={set}
        />
      )}
      {product?.calls ? (
        <FormRow id="robot-calls" label={say("calls")} help={say("callsHelp")}>
          <Switch id="robot-calls" checked={draft.calls} onChange={calls => set({ calls })} />
        </FormRow>
      ) : (
        <p className="quiet">{say("noCalls")}</p>
      )}
    </Panel>
  );
}
