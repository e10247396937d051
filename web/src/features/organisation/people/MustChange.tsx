import { Checkbox } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { organisationWords } from "../messages";

interface Props {
  id: string;
  value: boolean;
  onChange: (mustChange: boolean) => void;
}

/** Whether a password given by somebody else is good for one sign-in only. */
export function MustChange({ id, value, onChange }: Props) {
  const say = useSay(organisationWords);
  return (
    <div className="form-row form-row-wide">
      <Checkbox id={id} checked={value} onChange={event => onChange(event.target.checked)}>
        {say("mustChange")}
      </Checkbox>
    </div>
  );
}
