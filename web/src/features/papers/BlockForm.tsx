import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Select, Skeleton } from "antd";
import { lazy, Suspense } from "react";
import type { BusinessObject } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { RecordPicker } from "~/kernel/pickers/RecordPicker";
import { FormRow } from "~/ui/FormRow";
import { type Block, linesOf, type Name } from "./layouts";
import { MergeInput } from "./MergeInput";
import { papersWords } from "./messages";
import { OrderedNames } from "./OrderedNames";

const RichEditor = lazy(() => import("./RichEditor"));

interface Props {
  id: string;
  object: BusinessObject;
  block: Block;
  names: Name[];
  errors: Record<string, string>;
  onChange: (block: Block) => void;
}

/** What a block says. */
export function BlockForm({ id, object, block, names, errors, onChange }: Props) {
  const say = useSay(papersWords);
  const catalog = useCatalog();
  switch (block.kind) {
    case "title":
      return (
        <FormRow id={id} label={say("title")} required help={say("titleHelp")} error={errors.text}>
          <MergeInput
            id={id}
            value={block.text}
            names={names}
            invalid={Boolean(errors.text)}
            onChange={text => onChange({ ...block, text })}
          />
        </FormRow>
      );
    case "facts":
      return (
        <FormRow id={id} label={say("values")} help={say("emptyHelp")} error={errors.values}>
          <OrderedNames
            id={id}
            value={block.values}
            names={names.filter(name => name.field)}
            errorAt={index => errors[`values[${index}]`]}
            onChange={values => onChange({ ...block, values })}
          />
        </FormRow>
      );
    case "lines": {
      const kinds = linesOf(catalog, object);
      const columns = (kinds.find(kind => kind.name === block.relation)?.fields ?? []).map(field => ({
        value: field.name,
        label: field.label,
        group: say("columns"),
        field,
      }));
      return (
        <>
          {kinds.length > 1 && (
            <FormRow id={`${id}-relation`} label={say("relation")} error={errors.relation}>
              <Select
                id={`${id}-relation`}
                value={block.relation}
                options={kinds.map(kind => ({ value: kind.name, label: kind.label }))}
                onChange={relation => onChange({ ...block, relation, columns: [] })}
              />
            </FormRow>
          )}
          <FormRow
            id={id}
            label={say("columns")}
            help={say("emptyHelp")}
            error={errors.columns ?? errors.relation}
          >
            <OrderedNames
              id={id}
              value={block.columns}
              names={columns}
              errorAt={index => errors[`columns[${index}]`]}
              onChange={value => onChange({ ...block, columns: value })}
            />
          </FormRow>
        </>
      );
    }
    case "sums": {
      const amounts = names.filter(({ field }) => field && isAmount(field.kind, field.result));
      const money = amounts.filter(({ field }) => field?.kind === "money" || field?.result === "money");
      return (
        <>
          <FormRow id={id} label={say("amounts")} error={errors.values}>
            <OrderedNames
              id={id}
              value={block.values}
              names={amounts}
              errorAt={index => errors[`values[${index}]`]}
              onChange={values => onChange({ ...block, values })}
            />
          </FormRow>
          <FormRow id={`${id}-words`} label={say("inWords")} error={errors.inWords}>
            <Select
              id={`${id}-words`}
              value={block.inWords}
              options={[
                { value: "", label: say("noWords") },
                ...money.map(({ value, label }) => ({ value, label })),
              ]}
              onChange={inWords => onChange({ ...block, inWords })}
              style={{ width: "100%" }}
            />
          </FormRow>
        </>
      );
    }
    case "text":
      return (
        <>
          <FormRow id={`${id}-heading`} label={say("heading")} error={errors.heading}>
            <MergeInput
              id={`${id}-heading`}
              value={block.heading}
              names={names}
              invalid={Boolean(errors.heading)}
              onChange={heading => onChange({ ...block, heading })}
            />
          </FormRow>
          <FormRow id={id} label={say("body")} required help={say("emptyHelp")} error={errors.text}>
            <MergeInput
              id={id}
              rows={2}
              value={block.text}
              names={names}
              invalid={Boolean(errors.text)}
              onChange={text => onChange({ ...block, text })}
            />
          </FormRow>
        </>
      );
    case "rich":
      return (
        <>
          <Suspense fallback={<Skeleton active />}>
            <RichEditor
              label={say("rich")}
              value={block.html}
              names={names}
              invalid={Boolean(errors.html)}
              onChange={html => onChange({ ...block, html })}
            />
          </Suspense>
          {errors.html && (
            <div className="form-row-error" role="alert">
              {errors.html}
            </div>
          )}
        </>
      );
    case "clause":
      return (
        <FormRow id={id} label={say("clause")} required help={say("clauseHelp")} error={errors.clause}>
          <RecordPicker
            id={id}
            object="clause"
            value={block.clause ? [{ id: block.clause, label: block.name }] : []}
            invalid={Boolean(errors.clause)}
            onChange={([picked]) =>
              onChange({ ...block, clause: picked?.id ?? 0, name: picked?.label ?? "" })
            }
          />
        </FormRow>
      );
    case "signatures":
      return (
        <>
          {block.parties.map((party, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parties have nothing but their place
            <div key={index} className="paper-party">
              <FormRow
                id={`${id}-${index}`}
                label={say("party", { number: index + 1 })}
                error={errors[`parties[${index}]`]}
              >
                <MergeInput
                  id={`${id}-${index}`}
                  value={party}
                  names={names}
                  onChange={text => onChange({ ...block, parties: block.parties.with(index, text) })}
                />
              </FormRow>
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={say("removeParty", { number: index + 1 })}
                onClick={() => onChange({ ...block, parties: block.parties.filter((_, at) => at !== index) })}
              />
            </div>
          ))}
          {errors.parties && <div className="form-row-error">{errors.parties}</div>}
          {block.parties.length < 3 && (
            <Button
              icon={<PlusOutlined aria-hidden />}
              onClick={() => onChange({ ...block, parties: [...block.parties, ""] })}
            >
              {say("addParty")}
            </Button>
          )}
        </>
      );
    case "pageBreak":
      return null;
  }
}

function isAmount(kind: string, result: string | null | undefined): boolean {
  return ["money", "decimal", "percent"].includes(
    kind === "formula" || kind === "rollup" ? (result ?? "") : kind,
  );
}
