import { Alert, Button, Modal } from "antd";
import { CopyText } from "~/kernel/acting/CopyText";
import { useSay } from "~/kernel/i18n/language";
import { secondFactorWords } from "./messages";
import "./second-factor.css";

/** The recovery codes, shown once; it takes a deliberate click to go on. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const say = useSay(secondFactorWords);
  return (
    <Modal
      open
      title={say("recoveryTitle")}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onDone}>
          {say("recoveryKept")}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={say("recoveryText")} style={{ marginBlockEnd: 12 }} />
      <div className="recovery-codes">
        <CopyText text={codes.join("\n")} label={say("recoveryCopy")} />
      </div>
    </Modal>
  );
}
