import { useQueryClient } from "@tanstack/react-query";
import { Tag } from "antd";
import { api } from "~/kernel/api/api";
import type { Robot, Robots } from "~/kernel/api/contract";
import { EditingLine } from "~/kernel/editing/EditingLine";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { EndpointsPage } from "../EndpointsPage";
import { Tally } from "../Tally";
import { robotWords } from "./messages";
import { RobotForm } from "./RobotForm";
import { bodyOf, draftOf, type ProductName, ROBOTS } from "./robots";

/** Groups of other products that are told of notices. */
export default function RobotsPage() {
  const say = useSay(robotWords);
  return (
    <AdministratorsOnly>
      <EndpointsPage<Robot, Robots>
        path="/robots"
        queryKey={ROBOTS}
        name="robot"
        words={{
          title: say("title"),
          text: say("text"),
          add: say("add"),
          none: say("none"),
          noneText: say("noneText"),
        }}
        line={(robot, all, onOpen) => <Line robot={robot} kinds={all.kinds} onOpen={onOpen} />}
        form={(robot, all, onClose, onKept) => (
          <RobotForm
            key={robot ? `${robot.id} ${robot.version}` : "new"}
            robot={robot}
            all={all}
            onClose={onClose}
            onKept={onKept}
          />
        )}
      />
    </AdministratorsOnly>
  );
}

function Line({ robot, kinds, onOpen }: { robot: Robot; kinds: Robots["kinds"]; onOpen: () => void }) {
  const say = useSay(robotWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const { name, product, simulated, address, version } = robot;
  async function turn(active: boolean) {
    const body = { ...bodyOf({ ...draftOf(robot, language), active }), version };
    await api.put(`/robots/${robot.id}`, body, { said: say("saved") });
    await queries.invalidateQueries({ queryKey: ROBOTS });
  }
  const told = kinds.filter(({ kind }) => robot.kinds.includes(kind)).map(({ label }) => label);
  return (
    <EditingLine
      edit={say("edit", { name })}
      onOpen={onOpen}
      active={robot.active}
      activeOf={say("activeOf", { name })}
      turn={turn}
    >
      <span>
        <b>{name}</b> {simulated && <Tag color="orange">{say("simulated")}</Tag>}
      </span>
      <span className="quiet webhook-address">
        {say(product as ProductName)}
        {!simulated && ` · ${address}`}
      </span>
      <span className="quiet">{told.join(" · ")}</span>
      <Tally {...robot} />
    </EditingLine>
  );
}
