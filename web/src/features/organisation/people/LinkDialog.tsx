import { Alert, Button, Modal } from "antd";
import { CopyText } from "~/kernel/acting/CopyText";
import type { PasswordLink } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { organisationWords } from "../messages";

/** A link for somebody to set their password, to be handed over. */
export function LinkDialog({ link, onClose }: { link: PasswordLink; onClose: () => void }) {
  const say = useSay(organisationWords);
  const sayCommon = useSay(common);
  return (
    <Modal
      open
      title={say(link.purpose === "invitation" ? "invitationOf" : "resetLinkOf", {
        name: link.user.label ?? "",
      })}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{sayCommon("close")}</Button>}
    >
      <Alert
        type="info"
        showIcon
        title={say("linkOnce", { until: wallTime(link.expiresAt) })}
        style={{ marginBlockEnd: 12 }}
      />
      {link.mailedTo && <p className="quiet">{say("mailedTo", { to: link.mailedTo })}</p>}
      <CopyText text={link.url} label={say("copyLink")} />
    </Modal>
  );
}
