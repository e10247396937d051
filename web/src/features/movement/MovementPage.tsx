import { useQuery } from "@tanstack/react-query";
import { Alert, DatePicker, Segmented, Skeleton } from "antd";
import dayjs from "dayjs";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { BusinessObject, PipelineMovement, PipelineMover } from "~/kernel/api/contract";
import { fieldOf, useCatalog } from "~/kernel/catalog/catalog";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { addressOf, Link, useAddressState } from "~/kernel/navigation/navigation";
import { todayHere } from "~/kernel/text/dates";
import { groupDigits, shortNumber } from "~/kernel/text/decimals";
import { ColorTag } from "~/ui/ColorTag";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Page, Panel } from "~/ui/Page";
import { movementWords } from "./messages";
import { changeOf, daysFrom, type Part } from "./movement";
import "./movement.css";

const WHOLE = ["came", "won", "lost", "stayed"];
const NAMED = ["yesterday", "monday", "month", "quarter"] as const;

type Word = "came" | "won" | "lost" | "stayed" | "grew" | "shrank" | "slipped" | "sooner" | "ahead" | "back";

/** What has changed in the pipeline since a day, and which deals it was. */
export default function MovementPage() {
  const say = useSay(movementWords);
  const object = useCatalog()
    .listed()
    .find(each => each.capabilities.includes("pipelined"));
  return (
    <Page title={say("title")} text={say("text")}>
      {object ? <Movement object={object} /> : <EmptyState title={say("none")} />}
    </Page>
  );
}

function Movement({ object }: { object: BusinessObject }) {
  const say = useSay(movementWords);
  const refusalText = useRefusalText();
  const [address, change] = useAddressState();
  const days = daysFrom(todayHere());
  const since = address.since ?? days.monday;
  const named = NAMED.find(name => days[name] === since);
  const { data, error } = useQuery({
    queryKey: ["movement", object.name, since],
    queryFn: ({ signal }) =>
      api.get<PipelineMovement>(`/pipelines/${object.name}/movement?since=${since}`, signal),
    retry: false,
  });
  return (
    <>
      <div className="movement-since">
        <span>{say("since")}</span>
        <Segmented
          aria-label={say("since")}
          value={named ?? ""}
          options={NAMED.map(name => ({ value: name as string, label: say(name) }))}
          onChange={name => change({ since: days[name as keyof typeof days] })}
        />
        <DatePicker
          aria-label={say("since")}
          allowClear={false}
          maxDate={dayjs(todayHere())}
          value={dayjs(since)}
          onChange={day => day && change({ since: day.format("YYYY-MM-DD") })}
        />
      </div>
      {error && <Alert type="info" showIcon title={refusalText(error)} />}
      {!data && !error && <Skeleton active />}
      {data && data.day === null && <EmptyState title={say("none")} text={say("noneText")} />}
      {data?.day && (
        <>
          <p className="quiet">
            {data.day > since && say("earlier")}
            {say("compared", { day: data.day })}
          </p>
          <Whole movement={data} shown={address.part} onShow={part => change({ part })} />
          {address.part && <Movers object={object} since={since} part={address.part as Word} />}
        </>
      )}
    </>
  );
}

interface WholeProps {
  movement: PipelineMovement;
  shown: string | undefined;
  onShow: (part: string | null) => void;
}

/** From the opening to the closing amount; each part opens its deals. */
function Whole({ movement, shown, onShow }: WholeProps) {
  const say = useSay(movementWords);
  const chinese = useLanguage() === "zh-CN";
  const money = (amount: number) => (
    <span title={groupDigits(amount.toFixed(2))}>{shortNumber(amount, chinese)}</span>
  );
  const row = (part: Part) => (
    <li key={part.part}>
      <button
        type="button"
        aria-pressed={shown === part.part}
        disabled={part.count === 0}
        onClick={() => onShow(shown === part.part ? null : part.part)}
      >
        <span>{say(part.part as Word)}</span>
        <span className="movement-count">{say("count", { number: part.count })}</span>
        <span className={changeOf(part) < 0 ? "movement-less" : "movement-more"}>
          {changeOf(part) > 0 && "+"}
          {money(changeOf(part))}
        </span>
      </button>
    </li>
  );
  const whole = movement.parts.filter(part => WHOLE.includes(part.part));
  return (
    <div className="movement-parts">
      <Panel title={say("change")}>
        <ol className="movement">
          <li className="movement-sum">
            <span>{say("opening")}</span>
            <span>{money(Number(movement.opening))}</span>
          </li>
          {whole.map(row)}
          <li className="movement-sum">
            <span>{say("closing")}</span>
            <span>{money(Number(movement.closing))}</span>
          </li>
        </ol>
      </Panel>
      <Panel title={say("ofStayed")}>
        <ol className="movement">{movement.parts.filter(part => !WHOLE.includes(part.part)).map(row)}</ol>
      </Panel>
    </div>
  );
}

const MOST = 200;

/** The deals that moved in one way: how they stood, how they stand. */
function Movers({ object, since, part }: { object: BusinessObject; since: string; part: Word }) {
  const say = useSay(movementWords);
  const { data } = useQuery({
    queryKey: ["movement", object.name, since, part],
    queryFn: ({ signal }) =>
      api.get<{ items: PipelineMover[] }>(
        `/pipelines/${object.name}/movement/${part}?since=${since}`,
        signal,
      ),
  });
  if (!data) return <Skeleton active />;
  const stages = object.fields.find(field => field.name === "stage")?.options ?? [];
  const state = (of: PipelineMover["before"]) => {
    const stage = stages.find(option => option.value === of.stage);
    if (of.amount === null && of.stage === null) return "–";
    return (
      <span className="movement-state">
        {of.amount !== null && <span>{groupDigits(of.amount)}</span>}
        {stage && <ColorTag color={stage.color ?? null}>{stage.label}</ColorTag>}
        {of.expected}
      </span>
    );
  };
  const columns: DataColumn<PipelineMover>[] = [
    {
      key: "deal",
      title: fieldOf(object, object.titleField)?.label ?? say("deal"),
      lead: true,
      cell: mover => (
        <Link href={addressOf.record(object.name, mover.id)}>{mover.label ?? `#${mover.id}`}</Link>
      ),
    },
    { key: "before", title: say("before"), cell: mover => state(mover.before) },
    { key: "now", title: say("now"), cell: mover => state(mover.now) },
  ];
  return (
    <Panel title={say(part)}>
      {data.items.length >= MOST && <p className="quiet">{say("first", { count: MOST })}</p>}
      <DataTable
        label={say(part)}
        columns={columns}
        rows={data.items}
        rowKey={mover => mover.id}
        empty={<EmptyState title={say("nothing")} />}
      />
    </Panel>
  );
}
