import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Alert, Button, Select, Switch, Tag } from "antd";
import type { BusinessObject, Field } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import { worthWords } from "./messages";
import {
  candidatesOf,
  displaced,
  partsOf,
  productPlaces,
  type Source,
  sourceOf,
  type WorthDraft,
} from "./worth";

interface Props {
  object: string;
  draft: WorthDraft;
  errors: Record<string, string>;
  set: (change: Partial<WorthDraft>) => void;
}

/** Which records count as deals. */
export function Sources({ object, draft, errors, set }: Props) {
  const say = useSay(worthWords);
  const catalog = useCatalog();
  const candidates = candidatesOf(catalog.objects, object);
  const free = candidates.filter(each => !draft.sources.some(source => source.object === each.name));
  const change = (at: number, with_: Partial<Source>) =>
    set({ sources: draft.sources.map((each, i) => (i === at ? { ...each, ...with_ } : each)) });
  const own = draft.sources.filter(source => !source.shipped);
  return (
    <Panel title={say("sources")}>
      <p className="quiet">{say("sourcesText")}</p>
      {draft.sources.map((source, at) => (
        <OneSource
          key={source.object}
          object={object}
          source={source}
          candidates={candidates}
          errors={errors}
          place={own.indexOf(source)}
          displaced={displaced(source, draft.sources)}
          onChange={with_ => change(at, with_)}
          onRemove={() => set({ sources: draft.sources.filter((_, i) => i !== at) })}
        />
      ))}
      {free[0] ? (
        <Button
          icon={<PlusOutlined />}
          onClick={() => set({ sources: [...draft.sources, sourceOf(free[0] as BusinessObject, object)] })}
        >
          {say("addSource")}
        </Button>
      ) : (
        draft.sources.length === 0 && <p>{say("noCandidates")}</p>
      )}
    </Panel>
  );
}

interface SourceProps {
  object: string;
  source: Source;
  candidates: BusinessObject[];
  errors: Record<string, string>;
  place: number;
  displaced: boolean;
  onChange: (change: Partial<Source>) => void;
  onRemove: () => void;
}

function OneSource({
  object,
  source,
  candidates,
  errors,
  place,
  displaced,
  onChange,
  onRemove,
}: SourceProps) {
  const say = useSay(worthWords);
  const catalog = useCatalog();
  const of = catalog.find(source.object);
  const error = (part: string) => errors[`sources[${place}].${part}`];
  const id = (part: string) => `worth-${place}-${part}`;
  const parts = of && partsOf(of, object);
  return (
    <section className="worth-source" aria-label={of?.label ?? source.object}>
      {source.broken && <Alert type="error" showIcon title={say("broken", { reason: source.broken })} />}
      <div className="worth-parts">
        <FormRow id={id("object")} label={say("object")} error={error("object")}>
          <Select
            id={id("object")}
            value={source.object}
            disabled={source.shipped}
            options={[...candidates, ...(of && !candidates.includes(of) ? [of] : [])].map(
              ({ name, label }) => ({ value: name, label }),
            )}
            onChange={name => {
              const next = catalog.find(name);
              if (next) onChange(sourceOf(next, object));
            }}
          />
        </FormRow>
        {parts &&
          (["customer", "at", "amount"] as const).map(part => (
            <FormRow key={part} id={id(part)} label={say(part)} error={error(part)}>
              <Select
                id={id(part)}
                value={source[part] || undefined}
                disabled={source.shipped}
                status={error(part) ? "error" : undefined}
                options={optionsOf(parts[part])}
                onChange={(name: string) => onChange({ [part]: name })}
              />
            </FormRow>
          ))}
        {of && <Product id={id("product")} of={of} source={source} onChange={onChange} />}
      </div>
      {of && !source.shipped && (
        <fieldset className="worth-filter">
          <legend>{say("filter")}</legend>
          <FilterBuilder
            object={of}
            filter={source.filter}
            ownOnly
            onChange={filter => onChange({ filter })}
          />
          {error("filter") && <p className="rights-missing">{error("filter")}</p>}
        </fieldset>
      )}
      <p className="worth-foot">
        {displaced ? (
          <>
            <Tag variant="filled">{say("shipped")}</Tag>
            <span className="quiet">{say("displaced")}</span>
            <Button size="small" onClick={() => onChange({ shipped: false, standsIn: false, counts: true })}>
              {say("countBoth")}
            </Button>
          </>
        ) : source.shipped ? (
          <>
            <Tag variant="filled">{say("shipped")}</Tag>
            <Switch
              id={id("counts")}
              size="small"
              checked={source.counts}
              onChange={counts => onChange({ counts })}
            />
            <label htmlFor={id("counts")}>{say("counts")}</label>
          </>
        ) : (
          <Button type="text" size="small" danger icon={<DeleteOutlined />} onClick={onRemove}>
            {say("removeSource")}
          </Button>
        )}
      </p>
    </section>
  );
}

interface ProductProps {
  id: string;
  of: BusinessObject;
  source: Source;
  onChange: (change: Partial<Source>) => void;
}

/** What was bought: a field of the purchase, or of its lines. */
function Product({ id, of, source, onChange }: ProductProps) {
  const say = useSay(worthWords);
  const catalog = useCatalog();
  const places = productPlaces(of, catalog.objects).filter(place => place.products.length > 0);
  const value = source.goods && JSON.stringify([source.goods.lines, source.goods.product]);
  return (
    <FormRow id={id} label={say("product")} help={say("productHelp")}>
      <Select
        id={id}
        allowClear
        value={value ?? undefined}
        disabled={source.shipped}
        options={places.map(place => ({
          label: place.purchase ? place.object.label : say("onPurchase"),
          options: place.products.map(field => ({
            value: JSON.stringify([place.purchase ? place.object.name : null, field.name]),
            label: field.label,
          })),
        }))}
        onChange={(chosen: string | undefined) => {
          const [lines, product] = chosen ? JSON.parse(chosen) : [null, null];
          const place = places.find(each => (each.purchase ? each.object.name : null) === lines);
          onChange({
            goods: product
              ? { lines, purchase: place?.purchase ?? null, product, amount: place?.amount ?? null }
              : null,
          });
        }}
      />
    </FormRow>
  );
}

function optionsOf(fields: Field[]) {
  return fields.map(({ name, label }) => ({ value: name, label }));
}
