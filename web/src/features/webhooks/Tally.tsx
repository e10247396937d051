import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { webhookWords } from "./messages";
import type { Webhook } from "./webhooks";

type Props = Pick<Webhook, "waiting" | "delivered" | "parked" | "off" | "failingSince"> & {
  fault?: string | null;
};

/** How many messages became what, and what is the matter. */
export function Tally({ waiting, delivered, parked, off, fault, failingSince }: Props) {
  const say = useSay(webhookWords);
  const trouble = off ?? fault ?? (failingSince && say("failingSince", { at: wallTime(failingSince) }));
  return (
    <>
      <span className="webhook-tally number">
        {waiting > 0 && <span>{say("waitingOf", { count: waiting })}</span>}
        {delivered > 0 && <span className="quiet">{say("deliveredOf", { count: delivered })}</span>}
        {parked > 0 && <span className="form-row-error">{say("parkedOf", { count: parked })}</span>}
      </span>
      {trouble && <span className="form-row-error">{trouble}</span>}
    </>
  );
}
