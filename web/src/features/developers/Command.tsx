import { CopyOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { developerWords } from "./messages";

/** Something to paste into a terminal. */
export function Command({ text }: { text: string }) {
  const say = useSay(developerWords);
  const sayCommon = useSay(common);
  const { message } = App.useApp();
  return (
    <div className="command">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{text}</pre>
      {navigator.clipboard && (
        <Button
          size="small"
          icon={<CopyOutlined />}
          aria-label={say("copy")}
          title={say("copy")}
          onClick={() => {
            void navigator.clipboard.writeText(text).then(() => message.success(sayCommon("copied")));
          }}
        />
      )}
    </div>
  );
}
