import { DeleteOutlined, HolderOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { BusinessObject } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { BlockForm } from "./BlockForm";
import { errorsOf, KINDS, type Kind, linesOf, moved, type Name, newBlock, type Placed } from "./layouts";
import { papersWords } from "./messages";

interface Props {
  object: BusinessObject;
  blocks: Placed[];
  names: Name[];
  errors: Record<string, string>;
  onChange: (blocks: Placed[]) => void;
}

/** The blocks in their order: moved by dragging, or by the arrows on their handle. */
export function Blocks({ object, blocks, names, errors, onChange }: Props) {
  const say = useSay(papersWords);
  const catalog = useCatalog();
  const id = useId();
  const [held, setHeld] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const focus = useRef<number | null>(null);

  useEffect(() => {
    if (focus.current !== null) document.getElementById(`${id}-handle-${focus.current}`)?.focus();
    focus.current = null;
  });

  function move(from: number, to: number) {
    const next = moved(blocks, from, to);
    const placed = blocks[from];
    if (next === blocks || !placed) return;
    onChange(next);
    setSaid(say("moved", { name: say(placed.block.kind), at: to + 1 }));
  }

  function keys(event: KeyboardEvent, index: number) {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    focus.current = blocks[index]?.key ?? null;
    move(index, index + step);
  }

  function add(kind: Kind) {
    const key = Math.max(0, ...blocks.map(placed => placed.key)) + 1;
    onChange([...blocks, { key, block: newBlock(kind, linesOf(catalog, object)[0]?.name ?? "lines") }]);
    focus.current = key;
  }

  return (
    <section aria-label={say("blocks")} className="paper-blocks">
      {blocks.map(({ key, block }, index) => {
        const name = say(block.kind);
        const its = errorsOf(errors, index);
        return (
          <section
            key={key}
            className="paper-block"
            aria-label={name}
            data-held={held === index}
            data-over={held !== null && over === index}
            data-invalid={Object.keys(its).length > 0}
            onDragOver={event => {
              if (held === null) return;
              event.preventDefault();
              setOver(index);
            }}
            onDrop={event => {
              event.preventDefault();
              if (held !== null) move(held, index);
              setHeld(null);
            }}
          >
            <header>
              <button
                id={`${id}-handle-${key}`}
                type="button"
                className="paper-handle"
                aria-label={say("move", { name })}
                draggable
                onDragStart={event => {
                  event.dataTransfer.effectAllowed = "move";
                  setHeld(index);
                }}
                onDragEnd={() => setHeld(null)}
                onKeyDown={event => keys(event, index)}
              >
                <HolderOutlined aria-hidden />
              </button>
              <h3>{name}</h3>
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={say("removeBlock", { name })}
                onClick={() => onChange(blocks.filter(placed => placed.key !== key))}
              />
            </header>
            <BlockForm
              id={`${id}-${key}`}
              object={object}
              block={block}
              names={names}
              errors={its}
              onChange={changed =>
                onChange(blocks.map(placed => (placed.key === key ? { key, block: changed } : placed)))
              }
            />
          </section>
        );
      })}
      <Dropdown
        trigger={["click"]}
        menu={{ items: KINDS.map(kind => ({ key: kind, label: say(kind), onClick: () => add(kind) })) }}
      >
        <Button icon={<PlusOutlined aria-hidden />}>{say("addBlock")}</Button>
      </Dropdown>
      <div className="sr-only" role="status">
        {said}
      </div>
    </section>
  );
}
