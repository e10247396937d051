import { SearchOutlined } from "@ant-design/icons";
import { Modal } from "antd";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useSettled } from "~/kernel/pickers/useSettled";
import { composing } from "~/ui/useShortcut";
import { shellWords } from "./messages";
import { type Finding, useFindings } from "./useFindings";

interface Props {
  onClose: () => void;
  onCreate: (object: BusinessObject) => void;
}

/** One search for records, pages and commands, worked by keyboard alone. */
export function SearchMenu({ onClose, onCreate }: Props) {
  const say = useSay(shellWords);
  const listId = useId();
  const [words, setWords] = useState("");
  const [active, setActive] = useState(0);
  const settled = useSettled(words.trim(), 150);
  const { groups, searching, failed } = useFindings(words.trim(), settled, { onClose, onCreate });
  const findings = groups.flatMap(group => group.findings);
  const at = Math.min(active, findings.length - 1);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: "nearest" });
  }, [at]);

  function onKeyDown(event: KeyboardEvent) {
    if (composing(event.nativeEvent)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((at + step + findings.length) % Math.max(findings.length, 1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      findings[at]?.open();
    }
  }

  let position = 0;
  return (
    <Modal
      open
      title={say("search")}
      onCancel={onClose}
      footer={null}
      closable={false}
      width={640}
      className="search-menu"
      style={{ top: 72 }}
    >
      <div className="search-menu-input">
        <SearchOutlined />
        <input
          // biome-ignore lint/a11y/noAutofocus: opening the search is asking to type
          autoFocus
          role="combobox"
          aria-label={say("search")}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={findings[at] ? `${listId}-${at}` : undefined}
          placeholder={say("searchHint")}
          value={words}
          onChange={event => {
            setWords(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={listId} role="listbox" aria-label={say("search")} className="search-menu-list">
        {groups.map(group => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
          <div key={group.key} role="group" aria-label={group.label}>
            <div className="search-menu-group" aria-hidden="true">
              {group.label}
            </div>
            {group.findings.map(finding => {
              const index = position++;
              return (
                <FindingLine
                  key={finding.key}
                  id={`${listId}-${index}`}
                  index={index}
                  finding={finding}
                  active={index === at}
                  onHover={() => setActive(index)}
                />
              );
            })}
          </div>
        ))}
        {findings.length === 0 && words.trim() !== "" && (
          <p className="search-menu-none quiet" role="status">
            {failed
              ? say("searchFailed")
              : searching
                ? say("searching")
                : say("searchNothing", { words: words.trim() })}
          </p>
        )}
      </div>
      <p className="search-menu-keys quiet">{say("searchKeys")}</p>
    </Modal>
  );
}

interface LineProps {
  id: string;
  index: number;
  finding: Finding;
  active: boolean;
  onHover: () => void;
}

function FindingLine({ id, index, finding, active, onHover }: LineProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input above has the keyboard
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      data-at={index}
      className="search-menu-line"
      onMouseMove={onHover}
      onClick={finding.open}
    >
      {finding.icon}
      <span className="search-menu-name">{finding.label}</span>
      {finding.detail && <span className="quiet number">{finding.detail}</span>}
    </div>
  );
}
