import { AutoComplete, Checkbox, Input } from "antd";
import { useId, useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import type { Naming } from "./kept";
import { reportWords } from "./messages";
import { useReports } from "./reports";

interface Props {
  title: string;
  initial: Naming;
  onSave: (naming: Naming) => Promise<void>;
  onClose: () => void;
}

/** What a report is called, where it lies, and who finds it. */
export function KeepDialog({ title, initial, onSave, onClose }: Props) {
  const say = useSay(reportWords);
  const sayCommon = useSay(common);
  const id = useId();
  const [name, setName] = useState(initial.name);
  const [folder, setFolder] = useState(initial.folder);
  const [shared, setShared] = useState(initial.shared);
  const folders = [...new Set(useReports().data?.items.flatMap(report => report.folder || []))];
  return (
    <FormDialog
      title={title}
      width={440}
      okText={sayCommon("save")}
      ready={name.trim() !== ""}
      onSave={() => onSave({ name: name.trim(), folder: folder.trim(), shared })}
      onClose={onClose}
    >
      {errors => (
        <>
          <FormRow id={`${id}-name`} label={say("name")} required error={errors.name}>
            <Input
              id={`${id}-name`}
              autoFocus
              maxLength={80}
              value={name}
              status={errors.name ? "error" : undefined}
              onChange={event => setName(event.target.value)}
            />
          </FormRow>
          <FormRow id={`${id}-folder`} label={say("folder")} help={say("folderHelp")} error={errors.folder}>
            <AutoComplete
              id={`${id}-folder`}
              value={folder}
              options={folders.map(value => ({ value }))}
              showSearch={{ filterOption: (typed, option) => Boolean(option?.value.includes(typed)) }}
              onChange={setFolder}
              style={{ width: "100%" }}
            />
          </FormRow>
          <Checkbox checked={shared} onChange={event => setShared(event.target.checked)}>
            {say("share")}
          </Checkbox>
          <p className="quiet">{say("shareHelp")}</p>
        </>
      )}
    </FormDialog>
  );
}
