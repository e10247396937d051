import type { Approval } from "~/kernel/api/contract";
import { ToldFiles } from "~/kernel/fields/files/FileList";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import type { Done } from "./approvals";
import { approvalWords } from "./messages";

/** Everything that was done, newest first, with what was said and what had changed. */
export function Log({ approval }: { approval: Approval }) {
  return (
    <ol className="approval-log">
      {approval.log.toReversed().map(done => (
        <li key={done.id}>
          <p>
            <DoneWords done={done} />
            <time className="quiet number" dateTime={done.at}>
              {wallTime(done.at).slice(5, 16)}
            </time>
          </p>
          {done.comment && <blockquote>{done.comment}</blockquote>}
          {done.files.length > 0 && <ToldFiles files={done.files} />}
          {done.changes.length > 0 && <Changes done={done} />}
        </li>
      ))}
    </ol>
  );
}

const DEEDS = {
  submitted: "didSubmitted",
  resubmitted: "didResubmitted",
  amended: "didAmended",
  approved: "didApproved",
  rejected: "didRejected",
  returned: "didReturned",
  transferred: "didTransferred",
  delegated: "didDelegated",
  added: "didAdded",
  removed: "didRemoved",
  takenBack: "didTakenBack",
  agreedOpinion: "didAgreedOpinion",
  refusedOpinion: "didRefusedOpinion",
  late: "didLate",
  waited: "didWaited",
  passed: "didPassed",
  withdrawn: "didWithdrawn",
  urged: "didUrged",
  commented: "didCommented",
  revoked: "didRevoked",
  wantedBack: "didWantedBack",
  handedOver: "didHandedOver",
  terminated: "didTerminated",
} as const;

const WHYS = { nobody: "autoNobody", self: "autoSelf", repeated: "autoRepeated" } as const;

function DoneWords({ done }: { done: Done }) {
  const say = useSay(approvalWords);
  const people = done.people.map(person => person.label).join("、");
  const to = done.detail === "start" ? say("starter") : (done.detail ?? "");
  const naming = done.kind === "approved" && people !== "";
  const deed = naming ? "didApprovedNaming" : DEEDS[done.kind as keyof typeof DEEDS];
  const why = done.kind === "passed" ? WHYS[done.detail as keyof typeof WHYS] : undefined;
  return (
    <span>
      <b>{done.person?.label ?? say("system")}</b>
      {done.actingFor && say("inPlace", { name: done.actingFor.label ?? "" })}{" "}
      {why ? say(why) : deed && say(deed, { people, to })}
      {done.step && <span className="quiet"> · {done.step}</span>}
    </span>
  );
}

function Changes({ done }: { done: Done }) {
  const say = useSay(approvalWords);
  return (
    <ul className="approval-changes">
      {done.changes.map(change => (
        <li key={change.name}>
          {change.now === null
            ? say("linesChanged", { label: change.label })
            : say("changedFrom", {
                label: change.label,
                before: change.text || say("empty"),
                after: change.now || say("empty"),
              })}
        </li>
      ))}
    </ul>
  );
}
