import { AutoComplete, Checkbox, Input, Segmented, Select } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { signingWords } from "./messages";
import { isHandedOver, isMobile, type Signer, type SigningDraft } from "./signing";

interface SignerProps {
  id: string;
  draft: SigningDraft;
  signer: Signer;
  errors: Record<string, string>;
  onSelect: () => void;
  onChange: (change: Partial<Signer>) => void;
}

/** Somebody of the other side: their name, and where their link and their code go. */
export function Theirs(props: SignerProps) {
  const { id, draft, signer, errors, onSelect, onChange } = props;
  const say = useSay(signingWords);
  const texted = signer.codeBy === "sms";
  const mobiles = draft.recipients.filter(each => isMobile(each.phone));
  return (
    <div className="signer-fields">
      <FormRow id={`${id}-name`} label={say("name")} required error={errors.name}>
        <Input
          id={`${id}-name`}
          value={signer.name}
          maxLength={60}
          onFocus={onSelect}
          onChange={event => onChange({ name: event.target.value })}
        />
      </FormRow>
      {draft.sms && (
        <FormRow id={`${id}-code`} label={say("codeBy")} error={errors.codeBy}>
          <Segmented<Signer["codeBy"]>
            id={`${id}-code`}
            aria-label={say("codeBy")}
            value={signer.codeBy}
            options={[
              { value: "mail", label: say("byMail"), disabled: !draft.mail },
              { value: "sms", label: say("bySms") },
            ]}
            onChange={codeBy => {
              onSelect();
              onChange({ codeBy });
            }}
          />
        </FormRow>
      )}
      {texted && (
        <FormRow id={`${id}-phone`} label={say("mobile")} required error={errors.phone}>
          <AutoComplete
            id={`${id}-phone`}
            value={signer.phone}
            status={errors.phone ? "error" : undefined}
            options={mobiles.map(each => ({ value: each.phone, label: `${each.name} ${each.phone}` }))}
            onFocus={onSelect}
            onChange={phone => {
              const known = mobiles.find(each => each.phone === phone);
              onChange({ phone, ...(known ? { name: known.name, email: known.address } : {}) });
            }}
          />
        </FormRow>
      )}
      <EmailRow {...props} texted={texted} />
    </div>
  );
}

function EmailRow({
  id,
  draft,
  signer,
  errors,
  texted,
  onSelect,
  onChange,
}: SignerProps & { texted: boolean }) {
  const say = useSay(signingWords);
  const known = draft.recipients.filter(each => each.address !== "");
  return (
    <FormRow
      id={`${id}-email`}
      label={say(texted ? "emailMaybe" : "email")}
      required={!texted}
      help={texted && isHandedOver(signer, draft) ? say("linkByHand") : undefined}
      error={errors.email}
    >
      <AutoComplete
        id={`${id}-email`}
        value={signer.email}
        status={errors.email ? "error" : undefined}
        options={known.map(each => ({ value: each.address, label: `${each.name} ${each.address}` }))}
        onFocus={onSelect}
        onChange={email => {
          const chosen = known.find(each => each.address === email);
          onChange({ email, ...(chosen && !texted ? { name: chosen.name } : {}) });
        }}
      />
    </FormRow>
  );
}

/** A colleague with a seal, or whom a service asks. */
export function Ours({ id, draft, signer, errors, onSelect, onChange }: SignerProps) {
  const say = useSay(signingWords);
  const seal = draft.seals.find(each => each.id === signer.seal);
  if (draft.service !== null) {
    return (
      <FormRow id={`${id}-person`} label={say("signedBy")} required error={errors.person}>
        <Select
          id={`${id}-person`}
          value={signer.person}
          showSearch={{ optionFilterProp: "label" }}
          options={draft.colleagues.map(each => ({ value: each.id, label: each.name }))}
          onFocus={onSelect}
          onChange={person => onChange({ person })}
        />
      </FormRow>
    );
  }
  return (
    <div className="signer-fields">
      <FormRow id={`${id}-seal`} label={say("seal")} required error={errors.seal}>
        <Select
          id={`${id}-seal`}
          value={signer.seal}
          options={draft.seals.map(each => ({ value: each.id, label: each.name }))}
          onFocus={onSelect}
          onChange={value => {
            const chosen = draft.seals.find(each => each.id === value);
            onChange({ seal: value, person: chosen?.holders[0]?.id ?? null });
          }}
        />
      </FormRow>
      <FormRow id={`${id}-person`} label={say("person")} required error={errors.person}>
        <Select
          id={`${id}-person`}
          value={signer.person}
          options={(seal?.holders ?? []).map(each => ({ value: each.id, label: each.name }))}
          onFocus={onSelect}
          onChange={person => onChange({ person })}
        />
      </FormRow>
      {draft.pages.length > 1 && (
        <Checkbox checked={signer.edge} onChange={event => onChange({ edge: event.target.checked })}>
          {say("edge")}
        </Checkbox>
      )}
    </div>
  );
}
