import { HolderOutlined, MoreOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { type Design, wordsIn } from "../design";
import { type Layout, placed, type Spot, stepped, takenOut, widened } from "./layouts";
import { layoutWords } from "./messages";
import type { Dragging } from "./useDragging";

interface Props {
  design: Design;
  layout: Layout;
  place: Layout["sections"][number]["fields"][number];
  spot: Spot;
  dragging: Dragging;
  onChange: (layout: Layout) => void;
}

/** A field in its place: dragged, moved by arrow keys, or by its menu where there is neither. */
export function PlacedField({ design, layout, place, spot, dragging, onChange }: Props) {
  const say = useSay(layoutWords);
  const language = useLanguage();
  const field = design.fields.find(each => each.name === place.field);
  const name = wordsIn(field?.label, language) || place.field;
  return (
    <li
      data-wide={place.wide}
      data-held={dragging.held !== null && "field" in dragging.held && dragging.held.field === place.field}
      {...dragging.source({ field: place.field })}
      {...dragging.target(spot)}
    >
      <button
        type="button"
        className="layout-handle"
        data-handle={place.field}
        aria-label={say("fieldMove", { name })}
        onKeyDown={dragging.fieldKeys(place.field)}
      >
        <HolderOutlined aria-hidden />
      </button>
      <span className="layout-name">
        {name}
        {field?.required && (
          <span className="form-row-required" title={say("required")}>
            *
          </span>
        )}
      </span>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            { key: "up", label: say("up"), onClick: () => onChange(stepped(layout, place.field, -1)) },
            { key: "down", label: say("down"), onClick: () => onChange(stepped(layout, place.field, 1)) },
            {
              key: "wide",
              label: say(place.wide ? "narrow" : "wide"),
              onClick: () => onChange(widened(layout, place.field)),
            },
            ...layout.sections.flatMap((section, index) =>
              index === spot.section
                ? []
                : [
                    {
                      key: `to ${index}`,
                      label: say("toSection", {
                        name: wordsIn(section.label, language) || say("newSection"),
                      }),
                      onClick: () =>
                        onChange(placed(layout, place.field, { section: index, at: section.fields.length })),
                    },
                  ],
            ),
            { key: "out", label: say("takeOut"), onClick: () => onChange(takenOut(layout, place.field)) },
          ],
        }}
      >
        <Button
          type="text"
          size="small"
          icon={<MoreOutlined aria-hidden />}
          aria-label={say("fieldMenu", { name })}
        />
      </Dropdown>
    </li>
  );
}
