import { PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Skeleton, Switch, Tag } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Robot, Robots } from "~/kernel/api/contract";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { EmptyState } from "~/ui/EmptyState";
import { Page, Panel } from "~/ui/Page";
import { Tally } from "../Tally";
import { robotWords } from "./messages";
import { RobotForm } from "./RobotForm";
import { bodyOf, draftOf, type ProductName, ROBOTS, useRobots } from "./robots";
import "~/kernel/flow/flow.css";
import "../webhooks.css";

/** Groups of other products that are told of notices. */
export default function RobotsPage() {
  return (
    <AdministratorsOnly>
      <All />
    </AdministratorsOnly>
  );
}

function All() {
  const [address, change] = useAddressState();
  const answer = useRobots();
  if (answer.isPending) return <Skeleton active />;
  if (!answer.data) return <EmptyState title={answer.error?.message} />;
  const chosen = answer.data.items.find(each => String(each.id) === address.robot);
  if (!chosen && address.robot !== "new") {
    return <List all={answer.data} onOpen={id => change({ robot: id })} />;
  }
  return (
    <RobotForm
      key={chosen ? `${chosen.id} ${chosen.version}` : "new"}
      robot={chosen ?? null}
      all={answer.data}
      onClose={() => change({ robot: null })}
      onKept={id => change({ robot: String(id) }, { replace: true })}
    />
  );
}

function List({ all, onOpen }: { all: Robots; onOpen: (id: string) => void }) {
  const say = useSay(robotWords);
  return (
    <Page
      title={say("title")}
      text={say("text")}
      actions={
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => onOpen("new")}>
          {say("add")}
        </Button>
      }
    >
      {all.items.length === 0 ? (
        <EmptyState title={say("none")} text={say("noneText")} />
      ) : (
        <div className="flows">
          <Panel>
            <ul>
              {all.items.map(each => (
                <li key={each.id}>
                  <Line robot={each} kinds={all.kinds} onOpen={() => onOpen(String(each.id))} />
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      )}
    </Page>
  );
}

function Line({ robot, kinds, onOpen }: { robot: Robot; kinds: Robots["kinds"]; onOpen: () => void }) {
  const say = useSay(robotWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const { busy, act } = useAct();
  const { name, product, simulated, address, version } = robot;
  const turn = (active: boolean) =>
    act(async () => {
      const body = { ...bodyOf({ ...draftOf(robot, language), active }), version };
      await api.put(`/robots/${robot.id}`, body, { said: say("saved") });
      await queries.invalidateQueries({ queryKey: ROBOTS });
    });
  const told = kinds.filter(({ kind }) => robot.kinds.includes(kind)).map(({ label }) => label);
  return (
    <div className="flow-line">
      <button type="button" aria-label={say("edit", { name })} onClick={onOpen}>
        <span>
          <b>{name}</b> {simulated && <Tag color="orange">{say("simulated")}</Tag>}
        </span>
        <span className="quiet webhook-address">
          {say(product as ProductName)}
          {!simulated && ` · ${address}`}
        </span>
        <span className="quiet">{told.join(" · ")}</span>
        <Tally {...robot} />
      </button>
      <Switch
        loading={busy}
        checked={robot.active}
        aria-label={say("activeOf", { name })}
        onChange={active => void turn(active)}
      />
    </div>
  );
}
