import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Dropdown } from "antd";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { Panel } from "~/ui/Page";
import { webhookWords } from "./messages";
import { type All, type Interest, WHAT } from "./webhooks";

interface Props {
  objects: All["objects"];
  interests: Interest[];
  errors: Record<string, string>;
  onChange: (interests: Interest[]) => void;
}

/** Of which objects what is told, and of which records. */
export function Interests({ objects, interests, errors, onChange }: Props) {
  const say = useSay(webhookWords);
  const catalog = useCatalog();
  const set = (at: number, part: Partial<Interest>) =>
    onChange(interests.map((each, place) => (place === at ? { ...each, ...part } : each)));
  const left = objects.filter(object => !interests.some(each => each.object === object.name));
  return (
    <Panel title={say("interests")}>
      {interests.length === 0 && <p className="quiet">{say("interestsText")}</p>}
      {interests.map((interest, at) => {
        const label = objects.find(each => each.name === interest.object)?.label ?? interest.object;
        const object = catalog.find(interest.object);
        const wrong = ["object", "what", "filter"]
          .map(part => errors[`interests[${at}].${part}`])
          .find(Boolean);
        return (
          <section key={interest.object} className="webhook-interest" aria-label={label}>
            <div className="webhook-interest-head">
              <b>{label}</b>
              <Checkbox.Group
                aria-label={say("whatOf", { label })}
                value={interest.what}
                options={WHAT.map(what => ({ value: what, label: say(what) }))}
                onChange={what => set(at, { what })}
              />
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={say("removeObject", { label })}
                title={say("removeObject", { label })}
                onClick={() => onChange(interests.filter((_, place) => place !== at))}
              />
            </div>
            {object && (
              <fieldset className="flow-when">
                <legend>{say("onlyFor")}</legend>
                {interest.filter === null && <p className="quiet">{say("all")}</p>}
                <FilterBuilder
                  object={object}
                  filter={interest.filter}
                  onChange={filter => set(at, { filter })}
                />
              </fieldset>
            )}
            {wrong && <p className="form-row-error">{wrong}</p>}
          </section>
        );
      })}
      <Dropdown
        trigger={["click"]}
        menu={{
          items: left.map(object => ({ key: object.name, label: object.label })),
          onClick: ({ key }) => onChange([...interests, { object: key, what: [...WHAT], filter: null }]),
          className: "webhook-menu",
        }}
      >
        <Button icon={<PlusOutlined aria-hidden />}>{say("addObject")}</Button>
      </Dropdown>
    </Panel>
  );
}
