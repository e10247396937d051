import { SearchOutlined } from "@ant-design/icons";
import { Input, type InputRef } from "antd";
import { type Ref, useEffect, useRef, useState } from "react";

interface Props {
  value: string;
  label: string;
  onChange: (text: string) => void;
  ref?: Ref<InputRef>;
  className?: string;
  /** Arrow down leaves the box for what was found. */
  onLeave?: () => void;
}

const PAUSE = 250;

/** A search that asks when one pauses, and never in the middle of a word an input method is composing. */
export function SearchBox({ value, label, onChange, ref, className, onLeave }: Props) {
  const [text, setText] = useState(value);
  const composing = useRef(false);
  const told = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (value !== told.current) {
      told.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function tell(next: string, pause: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (composing.current || next === told.current) return;
      told.current = next;
      onChange(next);
    }, pause);
  }

  return (
    <Input
      ref={ref}
      className={className}
      type="search"
      prefix={<SearchOutlined aria-hidden />}
      aria-label={label}
      placeholder={label}
      allowClear
      value={text}
      onChange={event => {
        setText(event.target.value);
        tell(event.target.value, event.target.value ? PAUSE : 0);
      }}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={event => {
        composing.current = false;
        tell(event.currentTarget.value, PAUSE);
      }}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") tell(text, 0);
        if (event.key === "ArrowDown" && onLeave) {
          event.preventDefault();
          onLeave();
        }
      }}
    />
  );
}
