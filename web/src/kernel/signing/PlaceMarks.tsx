import { Button, Input, Pagination, Space } from "antd";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useSay } from "~/kernel/i18n/language";
import { signingWords } from "./messages";
import {
  beside,
  type Place,
  placesOf,
  type Signer,
  type SigningDraft,
  signingsOf,
  sizeOf,
  within,
} from "./signing";

interface Props {
  object: string;
  id: number;
  draft: SigningDraft;
  signers: Signer[];
  nameOf: (signer: Signer) => string;
  selected: number;
  onSelect: (key: number) => void;
  onPlace: (key: number, place: Place) => void;
}

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-4, 0],
  ArrowRight: [4, 0],
  ArrowUp: [0, -4],
  ArrowDown: [0, 4],
};

/** The pages of a paper, with a box for each who signs, to drag, to move by keys, or to put beside words. */
export function PlaceMarks({ object, id, draft, signers, nameOf, selected, onSelect, onPlace }: Props) {
  const say = useSay(signingWords);
  const sheet = useRef<HTMLDivElement>(null);
  const grip = useRef<{ key: number; dx: number; dy: number } | null>(null);
  const chosen = signers.find(signer => signer.key === selected) ?? signers[0];
  const [page, setPage] = useState(chosen?.page ?? 1);
  const [words, setWords] = useState("");
  const [found, setFound] = useState<{ text: string; at: number; none: boolean } | null>(null);
  const size = draft.pages[page - 1] ?? { width: 595, height: 842 };

  /** Where the pointer is, in points of the page. */
  function pointOf(event: PointerEvent): { x: number; y: number } {
    const box = sheet.current?.getBoundingClientRect();
    const scale = box && box.width > 0 ? size.width / box.width : 1;
    return { x: (event.clientX - (box?.left ?? 0)) * scale, y: (event.clientY - (box?.top ?? 0)) * scale };
  }

  function take(event: PointerEvent, signer: Signer) {
    const point = pointOf(event);
    grip.current = { key: signer.key, dx: point.x - signer.x, dy: point.y - signer.y };
    event.currentTarget.setPointerCapture(event.pointerId);
    onSelect(signer.key);
  }

  function drag(event: PointerEvent, signer: Signer) {
    const held = grip.current;
    if (held?.key !== signer.key) return;
    const point = pointOf(event);
    onPlace(signer.key, within({ page, x: point.x - held.dx, y: point.y - held.dy }, signer, draft));
  }

  function step(event: KeyboardEvent, signer: Signer) {
    const by = STEPS[event.key];
    if (!by) return;
    event.preventDefault();
    onPlace(signer.key, within({ page, x: signer.x + by[0], y: signer.y + by[1] }, signer, draft));
  }

  /** Asked again with the same words, it goes to where they stand next. */
  async function find() {
    const text = words.trim();
    if (!text || !chosen) return;
    const spots = await placesOf(object, id, draft.id, text);
    const at = found?.text === text ? (found.at + 1) % Math.max(1, spots.length) : 0;
    const spot = spots[at];
    setFound({ text, at, none: !spot });
    if (!spot) return;
    onPlace(chosen.key, beside(spot, chosen, draft));
    setPage(spot.page);
  }

  return (
    <section className="marks" aria-label={say("placesTitle")}>
      <div className="marks-bar">
        <Space.Compact>
          <Input
            aria-label={say("keyword")}
            placeholder={say("keyword")}
            value={words}
            onChange={event => setWords(event.target.value)}
            onPressEnter={event => {
              event.preventDefault();
              void find();
            }}
          />
          <Button onClick={() => void find()}>{say("find")}</Button>
        </Space.Compact>
        {draft.pages.length > 1 && (
          <Pagination
            simple
            size="small"
            pageSize={1}
            total={draft.pages.length}
            current={page}
            onChange={setPage}
          />
        )}
      </div>
      <p className="quiet marks-note" role="status">
        {found?.none
          ? say("notFound", { text: found.text })
          : chosen
            ? say("selected", { who: nameOf(chosen) })
            : ""}
      </p>
      <div
        className="marks-sheet"
        ref={sheet}
        style={{
          aspectRatio: `${size.width} / ${size.height}`,
          // The whole page is in sight while something is put on it.
          width: `min(100%, ${Math.round((70 * size.width) / size.height)}vh)`,
        }}
      >
        <img src={`/api${signingsOf(object, id)}/${draft.id}/pages/${page}`} alt={say("page", { page })} />
        {signers
          .filter(signer => signer.page === page)
          .map(signer => {
            const mark = sizeOf(signer, draft);
            return (
              <button
                key={signer.key}
                type="button"
                className="mark"
                data-ours={signer.ours}
                data-selected={signer.key === chosen?.key}
                aria-label={say("markOf", { who: nameOf(signer) })}
                style={{
                  left: `${(signer.x / size.width) * 100}%`,
                  top: `${(signer.y / size.height) * 100}%`,
                  width: `${(mark.width / size.width) * 100}%`,
                  height: `${(mark.height / size.height) * 100}%`,
                }}
                onPointerDown={event => take(event, signer)}
                onPointerMove={event => drag(event, signer)}
                onPointerUp={() => {
                  grip.current = null;
                }}
                onFocus={() => onSelect(signer.key)}
                onKeyDown={event => step(event, signer)}
              >
                {nameOf(signer)}
              </button>
            );
          })}
      </div>
      {chosen && chosen.page !== page && (
        <Button
          type="dashed"
          size="small"
          onClick={() => onPlace(chosen.key, within({ page, x: chosen.x, y: chosen.y }, chosen, draft))}
        >
          {say("selected", { who: nameOf(chosen) })} → {say("page", { page })}
        </Button>
      )}
    </section>
  );
}
