import { Alert, Radio } from "antd";
import { useRef, useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import type { BusinessObject, Filter, Sort } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { FilterWords } from "~/kernel/list/filter/FilterWords";
import { useRecordPage } from "~/kernel/records/records";
import { groupDigits } from "~/kernel/text/decimals";
import { FormRow } from "~/ui/FormRow";
import { ExportProgress } from "./ExportProgress";
import { type ExportWish, startExport } from "./exports";
import { exportWords } from "./messages";
import "./exports.css";

interface Props {
  object: BusinessObject;
  /** The fields that the list shows. */
  columns: string[];
  sort: Sort[];
  filter?: Filter | null;
  search?: string;
  /** How many records are selected; absent for the whole list. */
  selected?: number;
  target: () => Promise<Pick<ExportWish, "filter" | "search" | "ids">>;
  onClose: () => void;
}

const FORMATS = {
  xlsx: { format: "xlsx", encoding: "utf-8" },
  csvUtf8: { format: "csv", encoding: "utf-8" },
  csvGb18030: { format: "csv", encoding: "gb18030" },
} as const;

/** Asks how a list is to be exported, and then shows how far it is. */
export default function ExportDialog(props: Props) {
  const { object, columns, sort, target, onClose } = props;
  const say = useSay(exportWords);
  const [every, setEvery] = useState(false);
  const [format, setFormat] = useState<keyof typeof FORMATS>("xlsx");
  const begun = useRef(false);
  const [started, setStarted] = useState<number | null>(null);
  const all = object.fields.filter(field => field.name !== "id" && field.name !== "version");
  const wanted = every ? all.map(field => field.name) : columns;

  if (started !== null) return <ExportProgress id={started} onClose={onClose} />;
  return (
    <FormDialog
      title={say("title", { name: object.plural })}
      okText={say("start")}
      ready
      onSave={async () => {
        const wish = { object: object.name, fields: wanted, sort, ...FORMATS[format], ...(await target()) };
        setStarted((await startExport(wish)).id);
        begun.current = true;
      }}
      onClose={() => {
        // Once begun, it stays open to show how far it is.
        if (!begun.current) onClose();
      }}
    >
      {errors => (
        <>
          <Which {...props} />
          {(errors.filter ?? errors.ids) && (
            <Alert type="error" showIcon role="alert" title={errors.filter ?? errors.ids} />
          )}
          <FormRow id="export-columns" label={say("columns")} error={errors.fields}>
            <Radio.Group
              id="export-columns"
              vertical
              value={every}
              onChange={event => setEvery(event.target.value)}
              options={[
                { value: false, label: say("shownColumns", { count: columns.length }) },
                { value: true, label: say("allColumns", { count: all.length }) },
              ]}
            />
          </FormRow>
          <FormRow id="export-format" label={say("format")} error={errors.format}>
            <Radio.Group
              id="export-format"
              vertical
              value={format}
              onChange={event => setFormat(event.target.value)}
              options={(["xlsx", "csvUtf8", "csvGb18030"] as const).map(value => ({
                value,
                label: say(value),
              }))}
            />
          </FormRow>
          <p className="quiet">{say("scope")}</p>
        </>
      )}
    </FormDialog>
  );
}

function Which({ object, filter, search, selected }: Props) {
  const say = useSay(exportWords);
  const counted = useRecordPage(
    object.name,
    {
      ...(filter ? { filter } : {}),
      ...(search ? { search } : {}),
      fields: [object.titleField],
      limit: 1,
      count: "exact",
    },
    { enabled: selected === undefined },
  );
  if (selected !== undefined) return <p>{say("selected", { count: groupDigits(String(selected)) })}</p>;
  const count = counted.data?.count?.value;
  return (
    <div className="export-which">
      {!filter && !search && <p>{say("everything", { name: object.plural })}</p>}
      {search && <p>{say("searched", { text: search })}</p>}
      {filter && (
        <p>
          <FilterWords object={object} filter={filter} />
        </p>
      )}
      {count !== undefined && (
        <p className="quiet number">{say("count", { count: groupDigits(String(count)) })}</p>
      )}
    </div>
  );
}
