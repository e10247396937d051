import { Checkbox, DatePicker, Input, Segmented } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import type { Announcement } from "~/kernel/api/contract";
import { RichTextBox } from "~/kernel/fields/richText/Input";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { AudienceFields, isSomebody } from "~/kernel/people/AudienceFields";
import { FormRow } from "~/ui/FormRow";
import { type AnnouncementDraft, bodyOf, draftOf, EMPTY, useRefreshAnnouncements } from "./announcements";
import { announcementWords } from "./messages";

/** Writes an announcement, or changes one; `null` for a new one. */
export function PublishDialog({
  announcement,
  onClose,
}: {
  announcement: Announcement | null;
  onClose: () => void;
}) {
  const say = useSay(announcementWords);
  const sayCommon = useSay(common);
  const refresh = useRefreshAnnouncements();
  const [draft, setDraft] = useState<AnnouncementDraft>(() => (announcement ? draftOf(announcement) : EMPTY));
  const [again, setAgain] = useState(false);
  const set = (change: Partial<AnnouncementDraft>) => setDraft(now => ({ ...now, ...change }));

  async function save() {
    if (announcement) {
      const { id, version } = announcement;
      const body = { ...bodyOf(draft), version, readAgain: again };
      await api.put(`/announcements/${id}`, body, { said: say("saved") });
    } else await api.post("/announcements", bodyOf(draft), { said: say("published") });
    await refresh();
  }

  return (
    <FormDialog
      title={say(announcement ? "change" : "publish")}
      okText={announcement ? sayCommon("save") : say("publish")}
      width={720}
      ready={draft.title.trim() !== "" && draft.body !== null && (draft.everybody || isSomebody(draft))}
      onSave={save}
      onClose={onClose}
    >
      {errors => (
        <>
          <FormRow id="announcement-title" label={say("name")} error={errors.title} required>
            <Input
              id="announcement-title"
              autoFocus
              autoComplete="off"
              maxLength={200}
              value={draft.title}
              status={errors.title ? "error" : undefined}
              onChange={event => set({ title: event.target.value })}
            />
          </FormRow>
          <FormRow id="announcement-body" label={say("body")} error={errors.body} required>
            <RichTextBox
              id="announcement-body"
              label={say("body")}
              value={draft.body}
              invalid={errors.body !== undefined}
              onChange={body => set({ body })}
            />
          </FormRow>
          <FormRow id="announcement-for" label={say("audience")} error={errors.everybody} required>
            <Segmented<boolean>
              id="announcement-for"
              aria-label={say("audience")}
              value={draft.everybody}
              options={[
                { value: true, label: say("everybody") },
                { value: false, label: say("some") },
              ]}
              onChange={everybody => set({ everybody })}
            />
          </FormRow>
          {!draft.everybody && (
            <AudienceFields
              id="announcement"
              value={draft}
              known={announcement?.audience?.people ?? []}
              errors={errors}
              onChange={set}
            />
          )}
          <FormRow id="announcement-until" label={say("until")} error={errors.until}>
            <DatePicker
              id="announcement-until"
              value={draft.until ? dayjs(draft.until) : null}
              placeholder={say("untilNone")}
              style={{ width: "100%", maxWidth: 320 }}
              onChange={day => set({ until: day ? day.format("YYYY-MM-DD") : null })}
            />
          </FormRow>
          <Checkbox checked={draft.mustRead} onChange={event => set({ mustRead: event.target.checked })}>
            {say("mustReadText")}
          </Checkbox>
          {announcement && (
            <Checkbox checked={again} onChange={event => setAgain(event.target.checked)}>
              {say("readAgain")}
            </Checkbox>
          )}
        </>
      )}
    </FormDialog>
  );
}
