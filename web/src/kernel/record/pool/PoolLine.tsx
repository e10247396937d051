import { ClockCircleOutlined, InboxOutlined, SafetyOutlined } from "@ant-design/icons";
import { Tag } from "antd";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { poolWords } from "./messages";
import { daysLeft, usePoolStanding } from "./standing";
import "./pool.css";

/** Where a record waits and what is kept back, or when it goes back and why. */
export function PoolLine({ object, record }: { object: BusinessObject; record: RecordData }) {
  const say = useSay(poolWords);
  const { data } = usePoolStanding(object.name, record);
  if (!data?.pool) return null;
  const days = data.returnsAt ? daysLeft(data.returnsAt) : null;
  return (
    <div className="pool-line">
      <Tag icon={<InboxOutlined aria-hidden />} color={data.free ? "processing" : undefined} variant="filled">
        {say(data.free ? "inPool" : "belongs", { pool: data.pool.label ?? "" })}
      </Tag>
      {days !== null && (
        <Tag
          icon={<ClockCircleOutlined aria-hidden />}
          color={days <= 3 ? "warning" : undefined}
          variant="filled"
        >
          {days === 1 ? say("returnsToday") : say("returnsIn", { count: days })}
          {data.reason && ` · ${data.reason}`}
        </Tag>
      )}
      {data.keptBy && (
        <Tag icon={<SafetyOutlined aria-hidden />} color="success" variant="filled">
          {say("keptBy", { reason: data.keptBy })}
        </Tag>
      )}
      {data.hidden.length > 0 && (
        <span className="quiet">{say("hiddenFields", { fields: data.hidden.join("、") })}</span>
      )}
    </div>
  );
}
