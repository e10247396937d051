import { Checkbox } from "antd";
import type { PageRight } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { Panel } from "~/ui/Page";
import { rightsWords } from "./messages";

export const PAGE_WORDS = {
  tags: ["pageTags", "pageTagsText"],
  operations: ["pageOperations", "pageOperationsText"],
  exports: ["pageExports", "pageExportsText"],
  intake: ["pageIntake", "pageIntakeText"],
  targets: ["pageTargets", "pageTargetsText"],
  announcements: ["pageAnnouncements", "pageAnnouncementsText"],
  texts: ["pageTexts", "pageTextsText"],
  logs: ["pageLogs", "pageLogsText"],
} as const satisfies Record<PageRight, readonly (keyof typeof rightsWords)[]>;

interface Props {
  pages: PageRight[];
  onChange: (pages: PageRight[]) => void;
}

/** Parts of the administration that the role opens. */
export function PageRights({ pages, onChange }: Props) {
  const say = useSay(rightsWords);
  return (
    <Panel title={say("pages")}>
      <p className="quiet rights-text">{say("pagesText")}</p>
      <div className="rights-pages">
        {(Object.keys(PAGE_WORDS) as PageRight[]).map(page => {
          const [name, text] = PAGE_WORDS[page];
          return (
            <Checkbox
              key={page}
              checked={pages.includes(page)}
              onChange={event =>
                onChange(event.target.checked ? [...pages, page].sort() : pages.filter(each => each !== page))
              }
            >
              {say(name)} <span className="quiet">{say(text)}</span>
            </Checkbox>
          );
        })}
      </div>
    </Panel>
  );
}
