import { CheckCircleOutlined, CloseCircleOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { kindName } from "../FieldsTable";
import { kindWords } from "../messages";
import type { Checked, Fault } from "./formulaCheck";
import { formulaWords } from "./words";

interface Props {
  /** Absent while the server has not answered about what is written now. */
  checked?: Checked;
  onShow: (fault: Fault) => void;
  onReplace?: (fault: Fault, word: string) => void;
}

/** What is wrong with the formula and where, or what it gives. */
export function FormulaVerdict({ checked, onShow, onReplace }: Props) {
  const say = useSay(formulaWords);
  const sayKind = useSay(kindWords);
  return (
    <div id="formula-verdict" className="formula-verdict" aria-live="polite">
      {!checked && <span className="quiet">{say("checking")}</span>}
      {checked?.result && (
        <span className="formula-good">
          <CheckCircleOutlined aria-hidden /> {say("gives", { kind: kindName(checked.result, sayKind) })}
        </span>
      )}
      {checked?.faults.map(fault => (
        <div key={`${fault.from} ${fault.message}`} className="formula-fault">
          <CloseCircleOutlined aria-hidden />
          <Button type="link" size="small" onClick={() => onShow(fault)}>
            {say("at", { place: fault.from + 1 })}
          </Button>
          <span>{fault.message}</span>
          {fault.suggestion && onReplace && (
            <Button size="small" onClick={() => onReplace(fault, wordOf(fault.suggestion ?? ""))}>
              {say("replaceBy", { word: fault.suggestion })}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}

/** A name of several words stands in brackets. */
function wordOf(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `[${name}]`;
}
