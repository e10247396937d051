import { CalendarOutlined, EnvironmentOutlined, UserOutlined } from "@ant-design/icons";
import type { BusinessObject, Labelled, Location, RecordData, StoredFile } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { ToldFiles } from "~/kernel/fields/files/FileList";
import { locationText } from "~/kernel/fields/location/Cell";
import { RecordName } from "~/kernel/fields/parts/RecordName";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { recordWords } from "../messages";

/** What was said, what came of it, with whom, where, and what was left with it. */
export function FollowUp({ definition, activity }: { definition: BusinessObject; activity: RecordData }) {
  const say = useSay(recordWords);
  const next = activity.nextContactAt;
  const field = fieldOf(definition, "nextContactAt");
  const contact = activity.contact as Labelled | null;
  const place = activity.place as Location | null;
  const files = activity.files as StoredFile[] | null;
  return (
    <>
      <p className="entry-text long-text">{String(activity.content ?? "")}</p>
      {typeof activity.outcome === "string" && activity.outcome !== "" && (
        <p className="entry-text">
          <span className="quiet">{fieldOf(definition, "outcome")?.label}</span> {activity.outcome}
        </p>
      )}
      {(contact || place || typeof next === "string") && (
        <p className="entry-next">
          {contact && (
            <span>
              <UserOutlined aria-hidden /> <RecordName record={{ ...contact, object: "contact" }} />
            </span>
          )}
          {place && (
            <span>
              <EnvironmentOutlined aria-hidden /> {locationText(place)}
            </span>
          )}
          {typeof next === "string" && (
            <span>
              <CalendarOutlined aria-hidden />{" "}
              {say("nextContactOn", { time: field?.kind === "date" ? next : wallTime(next) })}
            </span>
          )}
        </p>
      )}
      {files && files.length > 0 && <ToldFiles files={files} />}
    </>
  );
}
