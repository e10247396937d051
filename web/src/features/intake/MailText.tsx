import { useQuery } from "@tanstack/react-query";
import { Alert, Modal, Skeleton } from "antd";
import { api } from "~/kernel/api/api";
import type { IntakeMail } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { Foldable } from "~/ui/Foldable";
import { mailWords } from "./mailMessages";

/** A mail as it came, as text and nothing but text. */
export function MailText({ submission, onClose }: { submission: number; onClose: () => void }) {
  const say = useSay(mailWords);
  const mail = useQuery({
    queryKey: ["intake", "mail", submission],
    queryFn: ({ signal }) => api.get<IntakeMail>(`/intake/submissions/${submission}/mail`, signal),
  });
  const read = mail.data;
  return (
    <Modal open width={760} title={say("original")} footer={null} onCancel={onClose}>
      {!read ? (
        <Skeleton active />
      ) : (
        <>
          {!read.whole && <Alert type="warning" showIcon title={say("cut")} />}
          <dl className="intake-state">
            {(["from", "to"] as const).map(key => (
              <div key={key}>
                <dt>{say(key)}</dt>
                <dd>{read[key] || "–"}</dd>
              </div>
            ))}
            <div>
              <dt>{say("receivedAt")}</dt>
              <dd>{wallTime(read.receivedAt)}</dd>
            </div>
            {read.attachments.length > 0 && (
              <div>
                <dt>{say("attachments")}</dt>
                <dd>
                  {read.attachments
                    .map(file => `${file.name || file.type} · ${Math.ceil(file.size / 1024)} KB`)
                    .join("\n")}
                  <span className="quiet"> {say("stays")}</span>
                </dd>
              </div>
            )}
          </dl>
          <pre className="intake-mail">{read.text || say("empty")}</pre>
          <Foldable label={say("head")} folded>
            <pre className="intake-mail">{read.head}</pre>
          </Foldable>
        </>
      )}
    </Modal>
  );
}
