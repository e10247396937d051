import { CloseOutlined, KeyOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { useSession } from "~/kernel/session/session";
import { todayHere } from "~/kernel/text/dates";
import { daysLeft } from "./daysLeft";
import { shellWords } from "./messages";

const PUT_AWAY = "hengke.passwordReminder";
const REMINDED = 7;

/** Says in the last days of a password that it must be replaced; once put away, not again that day. */
export function PasswordReminder() {
  const say = useSay(shellWords);
  const sayCommon = useSay(common);
  const { passwordEnds } = useSession();
  const [putAway, setPutAway] = useState(() => localStorage.getItem(PUT_AWAY));
  const left = daysLeft(passwordEnds);
  if (left === null || left > REMINDED || putAway === todayHere()) return null;

  function close() {
    localStorage.setItem(PUT_AWAY, todayHere());
    setPutAway(todayHere());
  }

  return (
    <div className="shell-reminder" role="status">
      <KeyOutlined aria-hidden />
      <span>
        {say(left > 1 ? "passwordEndsIn" : "passwordEndsSoon", { days: left })}
        <Link href={addressOf.profile}>{say("changePassword")}</Link>
      </span>
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={sayCommon("close")}
        onClick={close}
      />
    </div>
  );
}
