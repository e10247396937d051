import { HolderOutlined } from "@ant-design/icons";
import { Dropdown } from "antd";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { type Design, wordsIn } from "../design";
import { type Layout, placeable, placed, spotOf } from "./layouts";
import { layoutWords } from "./messages";
import type { Dragging } from "./useDragging";

interface Props {
  design: Design;
  layout: Layout;
  dragging: Dragging;
  onChange: (layout: Layout) => void;
}

/** The fields that stand nowhere in the layout: dragged to their place, or put into a section by the menu. */
export function Palette({ design, layout, dragging, onChange }: Props) {
  const say = useSay(layoutWords);
  const unplaced = placeable(design).filter(name => !spotOf(layout, name));
  const leftOut = unplaced.filter(name => layout.leftOut.includes(name));
  const later = unplaced.filter(name => !layout.leftOut.includes(name));
  return (
    <section className="layout-palette" aria-label={say("unused")} {...dragging.out()}>
      <h3>{say("unused")}</h3>
      {leftOut.length === 0 && <p className="quiet">{say("unusedNone")}</p>}
      <Names names={leftOut} design={design} layout={layout} dragging={dragging} onChange={onChange} />
      {later.length > 0 && (
        <>
          <h3>{say("later")}</h3>
          <Names names={later} design={design} layout={layout} dragging={dragging} onChange={onChange} />
        </>
      )}
    </section>
  );
}

function Names({ names, design, layout, dragging, onChange }: Props & { names: string[] }) {
  const say = useSay(layoutWords);
  const language = useLanguage();
  return (
    <ul>
      {names.map(name => {
        const label = wordsIn(design.fields.find(field => field.name === name)?.label, language);
        return (
          <li key={name} {...dragging.source({ field: name })}>
            <Dropdown
              trigger={["click"]}
              menu={{
                items: layout.sections.map((section, index) => ({
                  key: index,
                  label: wordsIn(section.label, language) || say("newSection"),
                  onClick: () =>
                    onChange(placed(layout, name, { section: index, at: section.fields.length })),
                })),
              }}
            >
              <button type="button" aria-label={say("addTo", { name: label })} data-handle={name}>
                <HolderOutlined aria-hidden /> {label}
              </button>
            </Dropdown>
          </li>
        );
      })}
    </ul>
  );
}
