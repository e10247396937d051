import { useQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { type ReactNode, useState } from "react";
import { api } from "~/kernel/api/api";
import type { Becomes, BusinessObject, Duplicate, Filter, Labelled, Page } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { isEmpty } from "~/kernel/fields/kind";
import { useSay } from "~/kernel/i18n/language";
import { RecordPicker } from "~/kernel/pickers/RecordPicker";
import { useRecord } from "~/kernel/records/records";
import { ObjectIcon } from "~/ui/ObjectIcon";
import { convertWords } from "./messages";

const PROPOSED = 3;

interface Props {
  object: BusinessObject;
  /** The object of the lead, whose fields the values come from. */
  from: BusinessObject;
  becomes: Becomes;
  /** The record it joins; undefined where it never joins one. */
  joins: Labelled | null | undefined;
  /** Only these can be joined. */
  among?: Filter | null;
  joinable: boolean;
  /** A value that is asked for above, and so not listed. */
  asked?: string | null;
  /** Whether one is made where none is joined. */
  made: boolean;
  error?: string;
  onJoin: (record: Labelled | null) => void;
  /** Absent where one must be made. */
  onMade?: (made: boolean) => void;
  /** What else is asked about the new one. */
  children: ReactNode;
}

type Choice = "create" | "join" | "leave";

/** One of the records a lead becomes: new, one that is there, or none; with its values. */
export function Becoming(props: Props) {
  const { object, from, becomes, joins, among, joinable, asked, made, error, onJoin, onMade, children } =
    props;
  const say = useSay(convertWords);
  const [joining, setJoining] = useState(!becomes.creatable);
  const proposed = useProposed(object, becomes, joins !== undefined && joinable, among);
  const choice: Choice = joining && joinable ? "join" : made ? "create" : "leave";
  const current = useRecord(object.name, joins?.id ?? null);
  const blanks = becomes.values.filter(
    value =>
      fieldOf(object, value.field)?.right === "edit" && current.data && isEmpty(current.data[value.field]),
  );
  const shown = (choice === "join" ? blanks : becomes.values).filter(value => value.field !== asked);

  function choose(next: Choice) {
    setJoining(next === "join");
    if (next !== "join") onJoin(null);
    onMade?.(next === "create");
  }

  function join(record: Labelled | null) {
    setJoining(true);
    onJoin(record);
  }

  return (
    <section className="convert-part" aria-label={object.label}>
      <h3>
        <ObjectIcon name={object.name} /> {object.label}
      </h3>
      <Segmented
        block
        aria-label={object.label}
        value={choice}
        options={[
          { value: "create", label: say("create"), disabled: !becomes.creatable },
          ...(joins === undefined ? [] : [{ value: "join", label: say("join"), disabled: !joinable }]),
          ...(onMade ? [{ value: "leave", label: say("leave") }] : []),
        ]}
        onChange={value => choose(value as Choice)}
      />
      {!becomes.creatable && <p className="quiet">{say("mayNot", { object: object.label })}</p>}
      {error && (
        <p className="form-row-error" role="alert">
          {error}
        </p>
      )}
      {choice === "create" && proposed.length > 0 && (
        <div className="convert-proposed">
          <span>{say("maybe")}</span>
          {proposed.map(one => (
            <Button
              key={one.id}
              size="small"
              onClick={() => join({ id: one.id as number, label: one.label ?? null } as Labelled)}
            >
              {one.label ?? `#${one.id}`}
              <span className="quiet"> {one.message}</span>
            </Button>
          ))}
        </div>
      )}
      {choice === "join" && (
        <RecordPicker
          id={`join-${object.name}`}
          object={object.name}
          value={joins ? [joins] : []}
          filter={among ?? undefined}
          label={say("choose", { object: object.label })}
          onChange={records => join(records[0] ?? null)}
        />
      )}
      {choice === "create" && children}
      {choice === "join" && joins && current.data && (
        <p className="quiet">
          {blanks.length > 0 ? say("fills", { count: blanks.length }) : say("fillsNone")}
        </p>
      )}
      {choice !== "leave" && shown.length > 0 && (choice === "create" || joins) && (
        <dl className="convert-values">
          {shown.map(value => {
            const field = fieldOf(object, value.field);
            const source = value.from === null ? undefined : fieldOf(from, value.from);
            return (
              field && (
                <div key={value.field}>
                  <dt>{field.label}</dt>
                  <dd>
                    <FieldCell field={field} value={value.value} object={object.name} />
                    {source && source.label !== field.label && (
                      <span className="quiet"> {say("from", { field: source.label })}</span>
                    )}
                  </dd>
                </div>
              )
            );
          })}
        </dl>
      )}
      {choice === "create" && shown.length === 0 && <p className="quiet">{say("nothing")}</p>}
    </section>
  );
}

/** Records of the kind that may be the same, best first. */
function useProposed(
  object: BusinessObject,
  becomes: Becomes,
  asked: boolean,
  among: Filter | null | undefined,
): Duplicate[] {
  const told = Object.fromEntries(
    becomes.values
      .filter(value => fieldOf(object, value.field)?.identifying && typeof value.value === "string")
      .map(value => [value.field, value.value]),
  );
  const within = among && "field" in among ? { [among.field]: among.value } : {};
  const { data } = useQuery({
    queryKey: ["duplicates", object.name, "conversion", told, within],
    queryFn: ({ signal }) =>
      api.ask<Page<Duplicate>>(`/records/${object.name}/duplicates`, { ...told, ...within }, signal),
    enabled: asked && Object.keys(told).length > 0,
    retry: false,
  });
  return (data?.items ?? [])
    .filter(each => each.object === object.name && each.id !== null)
    .slice(0, PROPOSED);
}
