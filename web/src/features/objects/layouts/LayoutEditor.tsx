import { PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Drawer } from "antd";
import { useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { Problem } from "~/kernel/api/problem";
import { useLeaveGuard } from "~/kernel/forms/useLeaveGuard";
import { common } from "~/kernel/i18n/common";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { type Design, inDraft, refreshDesign, wordsIn } from "../design";
import { errorsUnder } from "./errors";
import { LayoutPreview } from "./LayoutPreview";
import { LayoutSettings } from "./LayoutSettings";
import { type Layout, type Layouts, sentLayout, withLayout } from "./layouts";
import { layoutWords } from "./messages";
import { Palette } from "./Palette";
import { SectionCard } from "./SectionCard";
import { useDragging } from "./useDragging";
import "./layouts.css";

interface Props {
  design: Design;
  draft: string | null;
  layouts: Layouts;
  /** With an empty key: a new one. */
  layout: Layout;
  onClose: () => void;
}

/** One layout: what it is called and for whom, its sections with their fields, and how it will look. */
export function LayoutEditor({ design, draft, layouts, layout: opened, onClose }: Props) {
  const say = useSay(layoutWords);
  const sayCommon = useSay(common);
  const language = useLanguage();
  const queries = useQueryClient();
  const textOf = useRefusalText();
  const [layout, setLayout] = useState(opened);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const mayLeave = useLeaveGuard(layout !== opened && !busy);
  const dragging = useDragging(design, layout, setLayout);

  async function close() {
    if (await mayLeave()) onClose();
  }

  async function save() {
    if (busy) return;
    const next = withLayout(layouts.layouts, layout);
    setBusy(true);
    setErrors({});
    setRefusal(null);
    try {
      await api.put(
        inDraft(`/catalog/${design.object}/layouts`, draft),
        { version: layouts.version, layouts: next.map(sentLayout) },
        { said: say("saved", { name: wordsIn(layout.name, language) }) },
      );
      await refreshDesign(queries);
      onClose();
    } catch (cause) {
      if (cause instanceof Problem)
        setErrors(errorsUnder(cause.byField(), `layouts[${next.indexOf(layout)}].`));
      if (cause instanceof Problem && cause.isStale()) {
        await refreshDesign(queries);
        setRefusal(say("stale"));
      } else {
        setRefusal(textOf(cause));
      }
      setBusy(false);
    }
  }

  return (
    <Drawer
      open
      size={1360}
      title={wordsIn(layout.name, language) || say("add")}
      onClose={() => void close()}
      styles={{ wrapper: { maxWidth: "100vw" } }}
      footer={
        <div className="design-foot">
          <Button onClick={() => void close()}>{sayCommon("cancel")}</Button>
          <Button type="primary" loading={busy} onClick={() => void save()}>
            {sayCommon("save")}
          </Button>
        </div>
      }
    >
      {refusal && <Alert type="error" showIcon title={refusal} role="alert" className="design-refusal" />}
      <LayoutSettings design={design} layout={layout} errors={errors} onChange={setLayout} />
      <div className="layout-editor">
        <Palette design={design} layout={layout} dragging={dragging} onChange={setLayout} />
        <div className="layout-sections">
          {errors.sections && (
            <div className="form-row-error" role="alert">
              {errors.sections}
            </div>
          )}
          {layout.sections.map((section, index) => (
            <SectionCard
              // biome-ignore lint/suspicious/noArrayIndexKey: a section has no other name while it is typed
              key={index}
              design={design}
              conditions={layouts.conditions}
              layout={layout}
              section={section}
              index={index}
              errors={errorsUnder(errors, `sections[${index}].`)}
              dragging={dragging}
              onChange={setLayout}
            />
          ))}
          <Button
            icon={<PlusOutlined />}
            onClick={() =>
              setLayout({
                ...layout,
                sections: [
                  ...layout.sections,
                  {
                    label: { zh: "新分组", en: "New section" },
                    columns: 2,
                    collapsed: false,
                    shownWhen: null,
                    fields: [],
                  },
                ],
              })
            }
          >
            {say("addSection")}
          </Button>
        </div>
        <LayoutPreview design={design} draft={draft} layout={layout} />
      </div>
      <div className="sr-only" aria-live="assertive">
        {dragging.said}
      </div>
    </Drawer>
  );
}
