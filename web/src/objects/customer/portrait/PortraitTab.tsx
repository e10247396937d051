import { Button, Skeleton } from "antd";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { ActivityCard } from "./activity/ActivityCard";
import { WeeksCard } from "./activity/WeeksCard";
import { ChannelsCard } from "./habits/ChannelsCard";
import { GoodsCard } from "./habits/GoodsCard";
import { HoursCard } from "./habits/HoursCard";
import { PeopleCard } from "./habits/PeopleCard";
import { RhythmCard } from "./habits/RhythmCard";
import { HealthCard } from "./health/HealthCard";
import { LifeCard } from "./lifecycle/LifeCard";
import { portraitWords } from "./messages";
import { usePortrait } from "./portrait";
import { RfmCard } from "./rfm/RfmCard";
import "./portrait.css";

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** What a customer is like to deal with; each number opens to what it was made of. */
export default function PortraitTab({ object, record }: Props) {
  const say = useSay(portraitWords);
  const sayCommon = useSay(common);
  const answer = usePortrait(object.name, record.id);
  if (answer.error) {
    return (
      <EmptyState title={answer.error.message}>
        <Button onClick={() => void answer.refetch()}>{sayCommon("retry")}</Button>
      </EmptyState>
    );
  }
  if (!answer.data) return <Skeleton active />;
  const contacts = answer.data.interactions;
  return (
    <div className="portrait">
      <div className="portrait-cards">
        <RfmCard object={object} record={record} />
        <LifeCard object={object} record={record} />
        <ActivityCard object={object} record={record} contacts={contacts} />
        {contacts && <RhythmCard contacts={contacts} />}
        <HealthCard object={object} record={record} />
        {answer.data.goods.map(goods => (
          <GoodsCard key={goods.object} goods={goods} />
        ))}
        {contacts && <WeeksCard contacts={contacts} />}
        {contacts && <ChannelsCard contacts={contacts} />}
        {contacts && <HoursCard contacts={contacts} />}
        <PeopleCard customer={record} />
      </div>
      {!contacts && <p className="quiet">{say("unseen")}</p>}
    </div>
  );
}
