import { BoldOutlined, ItalicOutlined, OrderedListOutlined, UnorderedListOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type ReactNode, useEffect, useRef } from "react";
import { useSay } from "~/kernel/i18n/language";
import type { InputProps } from "../kind";
import { fieldWords } from "../messages";
import { cleanHtml } from "./html";
import "./rich-text.css";

/** Formatted text as the value of a field. */
export function RichTextInput({ field, id, value, onChange, describedBy, invalid }: InputProps<string>) {
  return (
    <RichTextBox
      id={id}
      label={field.label}
      value={value}
      onChange={onChange}
      describedBy={describedBy}
      invalid={invalid}
    />
  );
}

interface BoxProps {
  id: string;
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  describedBy?: string;
  invalid?: boolean;
}

/** Formatted text with the few forms that letters and notes need. Pasted formatting is reduced to them. */
export function RichTextBox({ id, label, value, onChange, describedBy, invalid }: BoxProps) {
  const say = useSay(fieldWords);
  const page = useRef<HTMLDivElement>(null);
  const told = useRef<string | null>(null);

  useEffect(() => {
    if (page.current && value !== told.current) {
      page.current.innerHTML = cleanHtml(value ?? "");
      told.current = value;
    }
  }, [value]);

  function tell() {
    const html = cleanHtml(page.current?.innerHTML ?? "");
    told.current = page.current?.textContent?.trim() ? html : null;
    onChange(told.current);
  }

  const tool = (command: string, label: string, icon: ReactNode) => (
    <Button
      type="text"
      size="small"
      icon={icon}
      aria-label={label}
      title={label}
      onMouseDown={event => event.preventDefault()}
      onClick={() => {
        document.execCommand(command);
        tell();
      }}
    />
  );

  return (
    <div className="rich-text" data-invalid={invalid}>
      <div className="rich-text-tools" role="toolbar" aria-label={label}>
        {tool("bold", say("bold"), <BoldOutlined />)}
        {tool("italic", say("italic"), <ItalicOutlined />)}
        {tool("insertUnorderedList", say("bulleted"), <UnorderedListOutlined />)}
        {tool("insertOrderedList", say("numbered"), <OrderedListOutlined />)}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a text area holds no formatting */}
      <div
        ref={page}
        id={id}
        className="rich-text-page"
        contentEditable
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-label={label}
        aria-describedby={describedBy}
        onInput={tell}
        onPaste={event => {
          const html = event.clipboardData.getData("text/html");
          if (!html) return;
          event.preventDefault();
          document.execCommand("insertHTML", false, cleanHtml(html));
        }}
      />
    </div>
  );
}
