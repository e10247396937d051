import { useQueryClient } from "@tanstack/react-query";
import { Input, Segmented, Select } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import type { SharingRule } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { AudienceFields, isSomebody } from "~/kernel/people/AudienceFields";
import { FormRow } from "~/ui/FormRow";
import { sharingWords } from "./messages";
import { SharingOpens } from "./SharingOpens";
import { draftOf, type RuleDraft, sharingKey } from "./sharing";

interface Props {
  /** `null` for one that is being made. */
  rule: SharingRule | null;
  onClose: () => void;
}

/** Which records are shared, with whom, how far; and what that opens. */
export function SharingRuleDialog({ rule, onClose }: Props) {
  const say = useSay(sharingWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const catalog = useCatalog();
  const [draft, setDraft] = useState<RuleDraft>(() =>
    rule
      ? draftOf(rule)
      : {
          name: "",
          object: catalog.listed()[0]?.name ?? "",
          filter: null,
          right: "read",
          people: [],
          departments: [],
          roles: [],
        },
  );
  const set = (change: Partial<RuleDraft>) => setDraft(now => ({ ...now, ...change }));
  const object = catalog.find(draft.object);

  async function save() {
    const body = { ...draft, name: draft.name.trim() };
    const said = { said: say("saved", { name: body.name }) };
    if (rule) await api.patch(`/sharing-rules/${rule.id}`, { ...body, version: rule.version }, said);
    else await api.post("/sharing-rules", body, said);
    await queries.invalidateQueries({ queryKey: sharingKey });
  }

  return (
    <FormDialog
      title={rule ? say("edit") : say("add")}
      okText={sayCommon("save")}
      width={720}
      ready={draft.name.trim() !== "" && draft.filter !== null && isSomebody(draft)}
      onSave={save}
      onClose={onClose}
    >
      {errors => (
        <>
          <FormRow id="sharing-name" label={say("name")} error={errors.name} required>
            <Input
              id="sharing-name"
              autoFocus
              autoComplete="off"
              value={draft.name}
              status={errors.name ? "error" : undefined}
              onChange={event => set({ name: event.target.value })}
            />
          </FormRow>
          <div className="sharing-pair">
            <FormRow id="sharing-object" label={say("object")} error={errors.object} required>
              <Select
                id="sharing-object"
                value={draft.object}
                options={catalog.listed().map(({ name, label }) => ({ value: name, label }))}
                onChange={name => set({ object: name, filter: null })}
              />
            </FormRow>
            <FormRow id="sharing-right" label={say("right")} error={errors.right}>
              <Segmented
                id="sharing-right"
                aria-label={say("right")}
                value={draft.right}
                options={[
                  { value: "read" as const, label: say("read") },
                  { value: "edit" as const, label: say("editRight") },
                ]}
                onChange={right => set({ right })}
              />
            </FormRow>
          </div>
          <fieldset className="sharing-filter">
            <legend>{say("filter")}</legend>
            {object && (
              <FilterBuilder
                key={draft.object}
                object={object}
                filter={draft.filter}
                onChange={filter => set({ filter })}
              />
            )}
            {errors.filter && <p className="rights-missing">{errors.filter}</p>}
          </fieldset>
          <fieldset className="sharing-filter">
            <legend>{say("with")}</legend>
            <AudienceFields
              id="sharing"
              value={draft}
              known={rule?.people ?? []}
              errors={errors}
              onChange={set}
            />
          </fieldset>
          <SharingOpens draft={draft} rule={rule} />
        </>
      )}
    </FormDialog>
  );
}
