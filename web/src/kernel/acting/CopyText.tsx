import { App, Button } from "antd";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import "./copy-text.css";

/** A text that is shown once and is to be taken along: a token, a link. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const say = useSay(common);
  const { message } = App.useApp();
  return (
    <div className="copy-text">
      <code>{text}</code>
      {navigator.clipboard && (
        <Button
          type="primary"
          onClick={() => void navigator.clipboard.writeText(text).then(() => message.success(say("copied")))}
        >
          {label}
        </Button>
      )}
    </div>
  );
}
