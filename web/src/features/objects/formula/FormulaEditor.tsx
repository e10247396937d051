import { Input, Select } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { useEffect, useRef, useState } from "react";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { useSettled } from "~/kernel/pickers/useSettled";
import { FormRow } from "~/ui/FormRow";
import { FormulaHelp } from "./FormulaHelp";
import { FormulaTrial } from "./FormulaTrial";
import { FormulaVerdict } from "./FormulaVerdict";
import { type Fault, inserted, useCheck, useVocabulary } from "./formulaCheck";
import { formulaWords } from "./words";

interface Props {
  object: string;
  /** The draft in which it is being written. */
  within: string | null;
  /** The field whose formula it is, where it is there already. */
  field?: string;
  value: string;
  disabled: boolean;
  error?: string;
  onChange: (formula: string) => void;
  /** Told the kind of value as soon as the formula is good. */
  onResult: (kind: string | null) => void;
}

/** A formula with what may stand in it, checked while it is written. */
export function FormulaEditor({ object, within, field, value, disabled, error, onChange, onResult }: Props) {
  const say = useSay(formulaWords);
  const language = useLanguage();
  const area = useRef<TextAreaRef>(null);
  const [record, setRecord] = useState<number>();
  const vocabulary = useVocabulary(object, within).data;
  const settled = useSettled(value, 300);
  const { data: checked, isFetching } = useCheck(object, within, settled, field, record);
  const result = checked?.result ?? null;
  const told = useRef<string | null>(null);

  useEffect(() => {
    if (result && result !== told.current) {
      told.current = result;
      onResult(result);
    }
  }, [result, onResult]);

  function place(cursor: number, end = cursor) {
    const input = area.current?.resizableTextArea?.textArea;
    requestAnimationFrame(() => {
      input?.focus();
      input?.setSelectionRange(cursor, end);
    });
  }

  function insert(words: string) {
    const at = area.current?.resizableTextArea?.textArea.selectionStart ?? value.length;
    const next = inserted(value, at, words);
    onChange(next.text);
    place(next.cursor);
  }

  function replace({ from, to }: Fault, word: string) {
    onChange(value.slice(0, from) + word + value.slice(to));
    place(from + word.length);
  }

  return (
    <section className="formula form-row-wide" aria-label={say("formula")}>
      <FormRow id="field-formula" label={say("formula")} error={error} required>
        <Input.TextArea
          id="field-formula"
          ref={area}
          value={value}
          disabled={disabled}
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={4000}
          spellCheck={false}
          className="formula-text"
          placeholder={say("formulaPlaceholder")}
          aria-describedby="field-formula-note formula-verdict"
          onChange={event => onChange(event.target.value)}
        />
      </FormRow>
      {value.trim() !== "" && (
        <FormulaVerdict
          checked={settled === value && !isFetching ? checked : undefined}
          onShow={fault => place(fault.from, fault.to)}
          onReplace={disabled ? undefined : replace}
        />
      )}
      {!disabled && (
        <div className="formula-insert">
          <Select
            showSearch={{ optionFilterProp: "label" }}
            value={null}
            aria-label={say("insertField")}
            placeholder={say("insertField")}
            options={vocabulary?.fields.map(each => ({ value: each.written, label: each.label }))}
            onChange={insert}
          />
          <Select
            showSearch={{ optionFilterProp: "label" }}
            value={null}
            aria-label={say("insertFunction")}
            placeholder={say("insertFunction")}
            options={vocabulary?.functions.map(each => ({
              value: `${language === "zh-CN" ? each.chinese : each.english}()`,
              label: `${each.chinese} ${each.english}`,
            }))}
            onChange={insert}
          />
        </div>
      )}
      <FormulaTrial object={object} checked={checked} onRecord={setRecord} />
      {vocabulary && <FormulaHelp functions={vocabulary.functions} />}
    </section>
  );
}
