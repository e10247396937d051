import { Button, Modal, Progress, Skeleton, Tag, Typography } from "antd";
import type { LogCheck } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { useBeginCheck, useLogCheck } from "./logs";
import { checkWords, logWords } from "./messages";

type Outcome = NonNullable<LogCheck["logs"]>[number];

/** Whether the logs still say what they said, and which rows do not. */
export function LogCheckDialog({ onClose }: { onClose: () => void }) {
  const say = useSay(checkWords);
  const latest = useLogCheck();
  const begin = useBeginCheck();
  const check = latest.data;
  const underWay = Boolean(check && !check.finishedAt);
  return (
    <Modal
      open
      title={say("title")}
      width={640}
      onCancel={onClose}
      footer={
        <Button type="primary" loading={begin.isPending || underWay} onClick={() => begin.mutate()}>
          {say("begin")}
        </Button>
      }
    >
      <div className="logs-check" aria-live="polite">
        <p className="quiet">{say("text")}</p>
        {latest.isPending && <Skeleton active />}
        {latest.isSuccess && !check && <p>{say("never")}</p>}
        {check && (
          <p className="quiet">
            {say("last", { when: wallTime(check.startedAt), who: check.by?.label ?? say("system") })}
          </p>
        )}
        {underWay && (
          <>
            <Progress percent={100} status="active" showInfo={false} aria-label={say("underWay")} />
            <p>{say("underWay")}</p>
          </>
        )}
        {check?.logs?.map(outcome => (
          <OneLog key={outcome.log} outcome={outcome} />
        ))}
      </div>
    </Modal>
  );
}

function OneLog({ outcome }: { outcome: Outcome }) {
  const say = useSay(checkWords);
  const sayLog = useSay(logWords);
  const { log, findings, blocks, rows, released, unsealed, head } = outcome;
  const name = log in checkWords ? say(log as "settings") : sayLog(log as "logins");
  const counts = [
    say("counts", { blocks, rows }),
    ...(released > 0 ? [say("released", { count: released })] : []),
    ...(unsealed > 0 ? [say("unsealed", { count: unsealed })] : []),
  ].join(" · ");
  const verdict = findings.length > 0 ? "faults" : blocks > 0 ? "fine" : "nothingSealed";
  return (
    <section className="logs-outcome">
      <strong>{name}</strong>
      <Tag
        color={{ faults: "red", fine: "green", nothingSealed: "default" }[verdict]}
        variant="filled"
        aria-label={say(verdict, { count: findings.length })}
      >
        {say(verdict, { count: findings.length })}
      </Tag>
      <span className="quiet number">{counts}</span>
      {head && (
        <Typography.Text code copyable={{ text: head }} title={`${say("head")}：${say("headHelp")}`}>
          {`${head.slice(0, 12)}…`}
        </Typography.Text>
      )}
      {findings.length > 0 && (
        <ul>
          {findings.map(({ block, fault, rows: ids, count }) => (
            <li key={`${block} ${fault}`}>
              {fault === "CHAIN"
                ? say("CHAIN", { block })
                : say(fault as "ALTERED", {
                    block,
                    count,
                    rows: `${ids.join("、")}${count > ids.length ? "…" : ""}`,
                  })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
