import { Alert } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { versionWords } from "./messages";
import { useDrafts } from "./versions";

/** Says that one is changing a draft, and leads to its impact and out of it. */
export function DraftBanner({ draft }: { draft: string | null }) {
  const say = useSay(versionWords);
  const drafts = useDrafts();
  if (!draft) return null;
  const name = drafts.data?.items.find(({ id }) => String(id) === draft)?.name ?? "";
  return (
    <Alert
      type="info"
      showIcon
      title={say("inDraft", { name })}
      action={
        <span className="design-actions">
          <Link href={`${addressOf.settings("versions")}?draft=${draft}`}>{say("look")}</Link>
          <Link href={addressOf.settings("objects")}>{say("leaveDraft")}</Link>
        </span>
      }
    />
  );
}
