import { CopyOutlined } from "@ant-design/icons";
import { App, Button, Input, Space } from "antd";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { organisationWords } from "../messages";
import { strongPassword } from "./strongPassword";

interface Props {
  id: string;
  label: string;
  help: string;
  error: string | undefined;
  value: string;
  onChange: (password: string) => void;
  required?: boolean;
}

/** A password for somebody else: typed, or made here and copied to be handed over. */
export function NewPassword({ id, label, help, error, value, onChange, required }: Props) {
  const say = useSay(organisationWords);
  const sayCommon = useSay(common);
  const { message } = App.useApp();

  async function copy() {
    await navigator.clipboard.writeText(value);
    message.success(sayCommon("copied"));
  }

  return (
    <FormRow id={id} label={label} help={help} error={error} required={required} wide>
      <Space.Compact block>
        <Input
          id={id}
          value={value}
          autoComplete="new-password"
          spellCheck={false}
          status={error ? "error" : undefined}
          aria-describedby={`${id}-note`}
          onChange={event => onChange(event.target.value)}
        />
        <Button
          icon={<CopyOutlined />}
          aria-label={say("copyPassword")}
          disabled={value === "" || !navigator.clipboard}
          onClick={copy}
        />
        <Button onClick={() => onChange(strongPassword())}>{say("makePassword")}</Button>
      </Space.Compact>
    </FormRow>
  );
}
