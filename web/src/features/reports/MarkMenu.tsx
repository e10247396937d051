import { FilterOutlined, SearchOutlined, TableOutlined, ZoomInOutlined } from "@ant-design/icons";
import { Popover, Select } from "antd";
import { useEffect, useId, useRef } from "react";
import type { BusinessObject, Filter } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { type Answer, Cells, type Mark } from "~/kernel/charts/answer";
import type { Place } from "~/kernel/charts/Drawing";
import { figureText, memberText } from "~/kernel/charts/reading";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { addressOf, Link, writeQuery } from "~/kernel/navigation/navigation";
import { brokenOut, finer, membersOf, recordsOf, zoomed } from "./drill";
import { fieldGroups, groupOf, isNumber } from "./fields";
import { bucketWords, reportWords } from "./messages";
import { isGrouped, type Question } from "./question";

export interface Picked {
  mark: Mark;
  place: Place;
}

interface Props {
  object: BusinessObject;
  question: Question;
  answer: Answer;
  picked: Picked;
  onAsk: (question: Question) => void;
  /** Narrows what stands beside to a member, where anything does. */
  onCross?: (cross: { field: string; label: string; filter: Filter }) => void;
  onClose: () => void;
}

/** What one can do with a figure: see its records, look closer, break it out. */
export function MarkMenu(props: Props) {
  const { picked, onClose } = props;
  return (
    <Popover
      open
      onOpenChange={open => !open && onClose()}
      trigger="click"
      placement="bottom"
      content={<Choices {...props} />}
    >
      <span className="report-picked" style={{ left: picked.place.x, top: picked.place.y }} />
    </Popover>
  );
}

function Choices({ object, question, answer, picked: { mark }, onAsk, onCross, onClose }: Props) {
  const say = useSay(reportWords);
  const sayBucket = useSay(bucketWords);
  const language = useLanguage();
  const catalog = useCatalog();
  const id = useId();
  const first = useRef<HTMLDivElement>(null);
  const members = membersOf(answer, mark);
  const measure = answer.measures[mark.measure];
  const filter = recordsOf(answer, mark);
  const nameOf = (each: (typeof members)[number]) => memberText(each.dimension, each.member, language);
  const fields = fieldGroups(catalog, object)
    .filter(group => !group.of)
    .flatMap(group =>
      group.fields
        .filter(({ path, field }) => !isNumber(field) && !isGrouped(question, path))
        .map(field => ({
          value: field.path,
          label: group.key ? `${group.label} · ${field.label}` : field.label,
          field,
        })),
    );

  // Whoever came by keyboard goes on by keyboard, and back to where they were.
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    first.current?.querySelector<HTMLElement>("a, button")?.focus();
    const close = (event: KeyboardEvent) => {
      if (event.key === "Escape") onClose();
    };
    window.addEventListener("keydown", close);
    return () => {
      window.removeEventListener("keydown", close);
      before?.focus();
    };
  }, [onClose]);

  return (
    <div ref={first} className="report-mark">
      <p>
        <span className="quiet">{members.map(nameOf).join(" · ") || say("allOfIt")}</span>
        <br />
        {measure && (
          <>
            {measure.label} <b className="number">{figureText(measure, new Cells(answer).value(mark))}</b>
          </>
        )}
      </p>
      <ul>
        <li>
          {filter === undefined ? (
            <span className="quiet">{say("noRecords")}</span>
          ) : (
            <Link
              href={
                addressOf.list(object.name) + writeQuery({ filter: filter ? JSON.stringify(filter) : "" })
              }
            >
              <TableOutlined aria-hidden /> {say("records")}
            </Link>
          )}
        </li>
        {onCross &&
          members.map(each => {
            const { filter: own } = each.member;
            const label = `${each.dimension.label} ${nameOf(each)}`;
            return own ? (
              <li key={`cross ${each.index}`}>
                <button
                  type="button"
                  onClick={() => onCross({ field: each.dimension.field, label, filter: own })}
                >
                  <FilterOutlined aria-hidden /> {say("crossHere", { name: nameOf(each) })}
                </button>
              </li>
            ) : null;
          })}
        {members.map(each => {
          const bucket = finer(each.dimension);
          if (!bucket || !each.member.filter) return null;
          return (
            <li key={each.index}>
              <button type="button" onClick={() => onAsk(zoomed(question, each.index, each.member, bucket))}>
                <ZoomInOutlined aria-hidden />{" "}
                {say("zoom", { name: nameOf(each), bucket: sayBucket(bucket) })}
              </button>
            </li>
          );
        })}
      </ul>
      {filter !== undefined && (
        <>
          <label htmlFor={id} className="sr-only">
            {say("breakOut")}
          </label>
          <Select
            id={id}
            suffixIcon={<SearchOutlined aria-hidden />}
            placeholder={say("breakOut")}
            showSearch={{ optionFilterProp: "label" }}
            value={null}
            popupMatchSelectWidth={260}
            options={fields.map(({ value, label }) => ({ value, label }))}
            onChange={path => {
              const chosen = fields.find(({ value }) => value === path);
              if (chosen) onAsk(brokenOut(question, members, groupOf(chosen.field)));
            }}
          />
        </>
      )}
    </div>
  );
}
