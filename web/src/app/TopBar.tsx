import { PlusOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import type { BusinessObject } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { useSession } from "~/kernel/session/session";
import { ObjectIcon } from "~/ui/ObjectIcon";
import { AccountMenu } from "./AccountMenu";
import { ConversationsLink } from "./ConversationsLink";
import { shellWords } from "./messages";
import { NoticeBell } from "./NoticeBell";

interface Props {
  narrow: boolean;
  onSearch: () => void;
  onCreate: (object: BusinessObject) => void;
}

export function TopBar({ narrow, onSearch, onCreate }: Props) {
  const say = useSay(shellWords);
  const { settings } = useSession();
  return (
    <header className="top-bar">
      {narrow ? (
        <span className="top-bar-company">{settings.shortName || say("product")}</span>
      ) : (
        <button type="button" className="top-bar-search" onClick={onSearch}>
          <SearchOutlined />
          <span>{say("searchHint")}</span>
          <kbd>{/mac/i.test(navigator.platform) ? "⌘ K" : "Ctrl K"}</kbd>
        </button>
      )}
      <span className="top-bar-end">
        <CreateMenu narrow={narrow} onCreate={onCreate} />
        <ConversationsLink />
        {!narrow && <NoticeBell />}
        <AccountMenu />
      </span>
    </header>
  );
}

function CreateMenu({ narrow, onCreate }: { narrow: boolean; onCreate: (object: BusinessObject) => void }) {
  const say = useSay(shellWords);
  const makeable = useCreatable();
  if (makeable.length === 0) return null;
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{
        items: makeable.map(object => ({
          key: object.name,
          label: object.label,
          icon: <ObjectIcon name={object.icon ?? object.name} />,
        })),
        onClick: ({ key }) => {
          const object = makeable.find(one => one.name === key);
          if (object) onCreate(object);
        },
      }}
    >
      <Button icon={<PlusOutlined />} aria-label={say("create")}>
        {narrow ? undefined : say("create")}
      </Button>
    </Dropdown>
  );
}

/** The objects with lists of their own that this user may add to. */
export function useCreatable(): BusinessObject[] {
  return useCatalog()
    .listed()
    .filter(object => object.verbs.create);
}
