import { useQueryClient } from "@tanstack/react-query";
import { Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import { common } from "~/kernel/i18n/common";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { applicationWords } from "~/kernel/navigation/messages";
import { FormRow } from "~/ui/FormRow";
import { OBJECT_ICONS, ObjectIcon } from "~/ui/ObjectIcon";
import { inDraft, refreshDesign, wordsIn } from "./design";
import { capabilityWords, designWords } from "./messages";
import type { DesignedObject, Objects } from "./objects";

interface Props {
  objects: Objects;
  /** Absent for a new one. */
  object?: DesignedObject;
  draft: string | null;
  onClose: () => void;
}

/** What an object is called; of an own one also where it stands and what it can do. */
export function ObjectDialog({ objects, object, draft, onClose }: Props) {
  const say = useSay(designWords);
  const sayCommon = useSay(common);
  const sayApplication = useSay(applicationWords);
  const sayCapability = useSay(capabilityWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const [label, setLabel] = useState(object?.label ?? { zh: "", en: "" });
  const [plural, setPlural] = useState(object?.plural.en ?? "");
  const [name, setName] = useState("");
  const [application, setApplication] = useState(object?.application ?? "customers");
  const [icon, setIcon] = useState(object?.icon ?? "document");
  const [title, setTitle] = useState("");
  const [numbered, setNumbered] = useState(false);
  const [capabilities, setCapabilities] = useState(object?.capabilities ?? ["owned"]);

  const shipped = object !== undefined && !object.own;

  async function save() {
    const names = { version: objects.version, label, plural: { zh: label.zh, en: plural } };
    const body = shipped ? names : { ...names, application, icon, capabilities };
    const said = { said: say("objectSaved", { name: wordsIn(label, language) }) };
    if (object) await api.patch(inDraft(`/catalog/objects/${object.name}`, draft), body, said);
    else {
      await api.post(
        inDraft("/catalog/objects", draft),
        {
          ...body,
          ...(name ? { name } : {}),
          title: { ...(title ? { label: title } : {}), kind: numbered ? "autoNumber" : "text" },
        },
        said,
      );
    }
    await refreshDesign(queries);
  }

  return (
    <FormDialog
      title={object ? say("editObject", { name: wordsIn(object.label, language) }) : say("addObject")}
      okText={sayCommon("save")}
      ready={label.zh.trim() !== ""}
      onSave={save}
      onClose={onClose}
    >
      {errors => (
        <>
          <FormRow id="object-zh" label={say("labelZh")} error={errors.label ?? errors["label.zh"]} required>
            <Input
              id="object-zh"
              autoFocus
              autoComplete="off"
              value={label.zh}
              aria-describedby="object-zh-note"
              onChange={event => setLabel({ ...label, zh: event.target.value })}
            />
          </FormRow>
          <div className="design-pair">
            <FormRow id="object-en" label={say("labelEn")} error={errors["label.en"]}>
              <Input
                id="object-en"
                autoComplete="off"
                value={label.en}
                aria-describedby="object-en-note"
                onChange={event => setLabel({ ...label, en: event.target.value })}
              />
            </FormRow>
            <FormRow id="object-plural" label={say("plural")} error={errors.plural}>
              <Input
                id="object-plural"
                autoComplete="off"
                value={plural}
                aria-describedby="object-plural-note"
                onChange={event => setPlural(event.target.value)}
              />
            </FormRow>
            {!shipped && (
              <>
                <FormRow id="object-application" label={say("application")} error={errors.application}>
                  <Select
                    id="object-application"
                    aria-describedby="object-application-note"
                    value={application}
                    options={objects.applications.map(each => ({
                      value: each,
                      label: sayApplication(each as keyof typeof applicationWords),
                    }))}
                    onChange={setApplication}
                    style={{ width: "100%" }}
                  />
                </FormRow>
                <FormRow id="object-icon" label={say("icon")} error={errors.icon}>
                  <Select
                    id="object-icon"
                    aria-describedby="object-icon-note"
                    value={icon}
                    options={OBJECT_ICONS.map(each => ({
                      value: each,
                      label: (
                        <span className="design-object">
                          <span aria-hidden="true">
                            <ObjectIcon name={each} />
                          </span>{" "}
                          {each}
                        </span>
                      ),
                    }))}
                    onChange={setIcon}
                    style={{ width: "100%" }}
                  />
                </FormRow>
              </>
            )}
            {!object && (
              <>
                <FormRow
                  id="object-title"
                  label={say("titleField")}
                  error={errors["title.label"]}
                  help={say("titleNote")}
                >
                  <Input
                    id="object-title"
                    autoComplete="off"
                    placeholder={say("titleUsual")}
                    value={title}
                    aria-describedby="object-title-note"
                    onChange={event => setTitle(event.target.value)}
                  />
                </FormRow>
                <FormRow
                  id="object-name"
                  label={say("name")}
                  error={errors.name}
                  help={say("objectNameNote")}
                >
                  <Input
                    id="object-name"
                    autoComplete="off"
                    placeholder="x-…"
                    value={name}
                    aria-describedby="object-name-note"
                    onChange={event => setName(event.target.value)}
                  />
                </FormRow>
              </>
            )}
          </div>
          {!object && (
            <Checkbox checked={numbered} onChange={event => setNumbered(event.target.checked)}>
              {say("titleNumbered")}
            </Checkbox>
          )}
          {shipped ? (
            <p className="quiet">{say("renameNote")}</p>
          ) : (
            <fieldset className="design-ticks">
              <legend>{say("capabilities")}</legend>
              <Checkbox.Group
                value={capabilities}
                options={objects.capabilities.map(each => ({
                  value: each,
                  label: each in capabilityWords ? sayCapability(each as keyof typeof capabilityWords) : each,
                }))}
                onChange={setCapabilities}
              />
              {errors.capabilities && <div className="form-row-error">{errors.capabilities}</div>}
            </fieldset>
          )}
        </>
      )}
    </FormDialog>
  );
}
