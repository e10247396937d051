import { Button, Input } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { signInWords } from "./messages";

interface Props {
  code: string;
  onChange: (code: string) => void;
  onBack?: () => void;
}

/** The second step of signing in. */
export function CodeStep({ code, onChange, onBack }: Props) {
  const say = useSay(signInWords);
  return (
    <>
      <FormRow id="code" label={say("code")} help={say("codeNote")}>
        <Input
          id="code"
          size="large"
          autoFocus
          autoComplete="one-time-code"
          aria-describedby="code-note"
          value={code}
          onChange={event => onChange(event.target.value)}
        />
      </FormRow>
      {onBack && (
        <Button type="link" onClick={onBack} style={{ paddingInline: 0, marginBlockEnd: 8 }}>
          {say("otherAccount")}
        </Button>
      )}
    </>
  );
}
