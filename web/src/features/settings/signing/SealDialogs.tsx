import { Checkbox, Input, InputNumber } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import type { Labelled } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { PeoplePicker } from "~/kernel/pickers/PeoplePicker";
import { useBranding } from "~/kernel/session/branding";
import type { Seal } from "~/kernel/signing/seals";
import { FormRow } from "~/ui/FormRow";
import { FileChoice } from "./FileChoice";
import { sealWords } from "./messages";

interface Props {
  onSaved: () => Promise<void>;
  onClose: () => void;
}

const USUAL = 40;

/** A round seal, drawn from the name of the company. */
export function DrawSeal({ onSaved, onClose }: Props) {
  const say = useSay(sealWords);
  const branding = useBranding();
  const [name, setName] = useState("");
  const [company, setCompany] = useState(branding?.company ?? "");
  const [below, setBelow] = useState("");
  const [millimetres, setMillimetres] = useState(USUAL);
  const [holders, setHolders] = useState<Labelled[]>([]);
  return (
    <FormDialog
      title={say("draw")}
      okText={say("draw")}
      ready={name.trim() !== "" && company.trim() !== ""}
      onSave={async () => {
        await api.post(
          "/signing/seals",
          {
            name: name.trim(),
            company: company.trim(),
            below: below.trim() || null,
            millimetres,
            holders: holders.map(holder => holder.id),
          },
          { said: null },
        );
        await onSaved();
      }}
      onClose={onClose}
    >
      {errors => (
        <>
          <NameRow value={name} error={errors.name} onChange={setName} />
          <FormRow id="seal-company" label={say("company")} required error={errors.company}>
            <Input
              id="seal-company"
              value={company}
              maxLength={40}
              onChange={event => setCompany(event.target.value)}
            />
          </FormRow>
          <FormRow id="seal-below" label={say("below")} help={say("belowHint")} error={errors.below}>
            <Input
              id="seal-below"
              value={below}
              maxLength={20}
              onChange={event => setBelow(event.target.value)}
            />
          </FormRow>
          <WidthRow value={millimetres} error={errors.millimetres} onChange={setMillimetres} />
          <HoldersRow value={holders} error={errors.holders} onChange={setHolders} />
        </>
      )}
    </FormDialog>
  );
}

/** One that the company has as a picture; who holds it is said afterwards. */
export function BringSeal({ onSaved, onClose }: Props) {
  const say = useSay(sealWords);
  const [name, setName] = useState("");
  const [millimetres, setMillimetres] = useState(USUAL);
  const [file, setFile] = useState<File | null>(null);
  const [holders, setHolders] = useState<Labelled[]>([]);
  return (
    <FormDialog
      title={say("bring")}
      okText={say("bring")}
      ready={name.trim() !== "" && file !== null}
      onSave={async () => {
        const form = new FormData();
        if (file) form.append("file", file);
        form.append("name", name.trim());
        form.append("millimetres", String(millimetres));
        const seal = await api.post<Seal>("/signing/seals/picture", form, { said: null });
        if (holders.length > 0) await change(seal.id, name.trim(), true, holders);
        await onSaved();
      }}
      onClose={onClose}
    >
      {errors => (
        <>
          <NameRow value={name} error={errors.name} onChange={setName} />
          <FormRow
            id="seal-file"
            label={say("picture")}
            required
            help={say("pictureHint")}
            error={errors.file}
          >
            <FileChoice
              id="seal-file"
              accept="image/png"
              label={say("picture")}
              file={file}
              onChoose={setFile}
            />
          </FormRow>
          <WidthRow value={millimetres} error={errors.millimetres} onChange={setMillimetres} />
          <HoldersRow value={holders} error={errors.holders} onChange={setHolders} />
        </>
      )}
    </FormDialog>
  );
}

/** Who holds it, and whether it is in use. */
export function ChangeSeal({ seal, onSaved, onClose }: Props & { seal: Seal }) {
  const say = useSay(sealWords);
  const [name, setName] = useState(seal.name);
  const [active, setActive] = useState(seal.active);
  const [holders, setHolders] = useState<Labelled[]>(
    seal.holders.map(holder => ({ id: holder.id, label: holder.name })),
  );
  return (
    <FormDialog
      title={say("editTitle")}
      okText={say("edit")}
      ready={name.trim() !== ""}
      onSave={async () => {
        await change(seal.id, name.trim(), active, holders);
        await onSaved();
      }}
      onClose={onClose}
    >
      {errors => (
        <>
          <NameRow value={name} error={errors.name} onChange={setName} />
          <HoldersRow value={holders} error={errors.holders} onChange={setHolders} />
          <Checkbox checked={active} onChange={event => setActive(event.target.checked)}>
            {say("active")}
          </Checkbox>
        </>
      )}
    </FormDialog>
  );
}

function change(id: number, name: string, active: boolean, holders: Labelled[]): Promise<Seal> {
  return api.put<Seal>(
    `/signing/seals/${id}`,
    { name, active, holders: holders.map(holder => holder.id) },
    { said: null },
  );
}

interface RowProps<T> {
  value: T;
  error: string | undefined;
  onChange: (value: T) => void;
}

function NameRow({ value, error, onChange }: RowProps<string>) {
  const say = useSay(sealWords);
  return (
    <FormRow id="seal-name" label={say("name")} required help={say("nameHint")} error={error}>
      <Input
        id="seal-name"
        value={value}
        maxLength={60}
        autoFocus
        onChange={event => onChange(event.target.value)}
      />
    </FormRow>
  );
}

function WidthRow({ value, error, onChange }: RowProps<number>) {
  const say = useSay(sealWords);
  return (
    <FormRow id="seal-width" label={say("width")} help={say("widthHint")} error={error}>
      <InputNumber
        id="seal-width"
        min={10}
        max={80}
        precision={1}
        value={value}
        onChange={next => onChange(next ?? USUAL)}
      />
    </FormRow>
  );
}

function HoldersRow({ value, error, onChange }: RowProps<Labelled[]>) {
  const say = useSay(sealWords);
  return (
    <FormRow id="seal-holders" label={say("holders")} error={error}>
      <PeoplePicker id="seal-holders" label={say("holders")} value={value} onChange={onChange} />
    </FormRow>
  );
}
