import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  HolderOutlined,
  PlusOutlined,
} from "@ant-design/icons";
import { Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { useSay } from "~/kernel/i18n/language";
import { ColorPicker } from "./ColorPicker";
import type { DesignedOption } from "./design";
import { designWords } from "./messages";
import { moved } from "./moved";

interface Props {
  options: DesignedOption[];
  /** Options may stand below others. */
  tree: boolean;
  onChange: (options: DesignedOption[]) => void;
}

/** The options of a choice in their order: dragged, or moved by buttons. */
export function OptionsEditor({ options, tree, onChange }: Props) {
  const say = useSay(designWords);
  const [dragged, setDragged] = useState<number | null>(null);

  function change(index: number, part: Partial<DesignedOption>) {
    onChange(options.map((option, at) => (at === index ? { ...option, ...part } : option)));
  }

  return (
    <div className="options-editor">
      <ol>
        {options.map((option, index) => {
          const name = option.label.zh || say("unnamed");
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: an option has no other name while it is typed
              key={index}
              draggable={dragged === index}
              data-over={dragged !== null && dragged !== index}
              onDragEnd={() => setDragged(null)}
              onDragOver={event => event.preventDefault()}
              onDrop={() => {
                if (dragged !== null) onChange(moved(options, dragged, index));
                setDragged(null);
              }}
            >
              <HolderOutlined
                aria-hidden
                className="options-handle"
                onPointerDown={() => setDragged(index)}
                onPointerUp={() => setDragged(null)}
              />
              <ColorPicker
                label={say("optionColor", { name })}
                color={option.color}
                onChange={color => change(index, { color })}
              />
              <Input
                aria-label={say("optionZh")}
                placeholder={say("optionZh")}
                value={option.label.zh}
                onChange={event => change(index, { label: { ...option.label, zh: event.target.value } })}
              />
              <Input
                aria-label={say("optionEn")}
                placeholder={say("optionEn")}
                value={option.label.en}
                onChange={event => change(index, { label: { ...option.label, en: event.target.value } })}
              />
              {tree && (
                <Select
                  aria-label={say("optionParent")}
                  placeholder={say("optionParent")}
                  allowClear
                  value={option.parent ?? undefined}
                  options={options
                    .filter(other => other !== option && (other.value || other.label.zh))
                    .map(other => ({ value: other.value || other.label.zh, label: other.label.zh }))}
                  onChange={parent => change(index, { parent: parent ?? null })}
                />
              )}
              <Checkbox
                checked={option.active}
                onChange={event => change(index, { active: event.target.checked })}
              >
                {say("optionActive")}
              </Checkbox>
              <span className="options-order">
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowUpOutlined aria-hidden />}
                  aria-label={say("moveUp", { name })}
                  disabled={index === 0}
                  onClick={() => onChange(moved(options, index, index - 1))}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowDownOutlined aria-hidden />}
                  aria-label={say("moveDown", { name })}
                  disabled={index === options.length - 1}
                  onClick={() => onChange(moved(options, index, index + 1))}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={say("removeOption", { name })}
                  onClick={() => onChange(options.filter((_, at) => at !== index))}
                />
              </span>
            </li>
          );
        })}
      </ol>
      <Button
        icon={<PlusOutlined />}
        onClick={() =>
          onChange([
            ...options,
            { value: "", label: { zh: "", en: "" }, color: null, parent: null, active: true },
          ])
        }
      >
        {say("addOption")}
      </Button>
    </div>
  );
}
