import { MailOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Segmented } from "antd";
import { useId, useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import type { Subscription } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { AudienceFields } from "~/kernel/people/AudienceFields";
import { useSession } from "~/kernel/session/session";
import { FormRow } from "~/ui/FormRow";
import { sendingWords } from "./messages";
import { ScheduleFields } from "./ScheduleFields";
import { type Draft, draftOf, EMPTY, isReady, type Sendable, useSending } from "./subscriptions";

interface Props {
  of: Sendable;
  /** `null` for a new one. */
  subscription: Subscription | null;
  onClose: () => void;
}

/** To whom, when and how a report or dashboard is sent. */
export function SendingForm({ of, subscription, onClose }: Props) {
  const say = useSay(sendingWords);
  const sayCommon = useSay(common);
  const id = useId();
  const { user } = useSession();
  const sending = useSending();
  const [draft, setDraft] = useState<Draft>(() => (subscription ? draftOf(subscription) : EMPTY));
  const set = (change: Partial<Draft>) => setDraft(now => ({ ...now, ...change }));
  const mayShare = of.changeable || of.shipped;
  return (
    <FormDialog
      title={say(subscription ? "change" : "add")}
      okText={sayCommon("save")}
      width={560}
      ready={isReady(draft)}
      onSave={() => sending.save(of, subscription, draft, user.id)}
      onClose={onClose}
    >
      {errors => (
        <>
          <FormRow
            id={`${id}-to`}
            label={say("to")}
            error={draft.toMe ? (errors.people ?? errors.report) : errors.report}
            help={
              mayShare
                ? !draft.toMe && !of.shared && !of.shipped
                  ? say("shareFirst")
                  : undefined
                : say("onlyMe")
            }
          >
            <Segmented<boolean>
              id={`${id}-to`}
              aria-label={say("to")}
              value={draft.toMe}
              disabled={!mayShare}
              options={[
                { value: true, label: say("toMe") },
                { value: false, label: say("toSome") },
              ]}
              onChange={toMe => set({ toMe })}
            />
          </FormRow>
          {!draft.toMe && (
            <AudienceFields
              id={id}
              value={draft}
              known={subscription?.audience?.people ?? []}
              errors={errors}
              onChange={set}
            />
          )}
          <ScheduleFields
            id={id}
            schedule={draft.schedule}
            errors={errors}
            onChange={change => set({ schedule: { ...draft.schedule, ...change } })}
          />
          <FormRow id={`${id}-note`} label={say("note")} error={errors.note}>
            <Input.TextArea
              id={`${id}-note`}
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={500}
              value={draft.note}
              onChange={event => set({ note: event.target.value })}
            />
          </FormRow>
          <div className="sending-content">
            <Checkbox checked={draft.pictures} onChange={event => set({ pictures: event.target.checked })}>
              {say("pictures")}
            </Checkbox>
            <Checkbox checked={draft.workbook} onChange={event => set({ workbook: event.target.checked })}>
              {say("workbook")}
            </Checkbox>
          </div>
          <Button
            icon={<MailOutlined aria-hidden />}
            loading={sending.busy}
            onClick={() => void sending.trial(of, draft)}
          >
            {say("trial")}
          </Button>
        </>
      )}
    </FormDialog>
  );
}
