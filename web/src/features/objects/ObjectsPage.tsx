import { PlusOutlined } from "@ant-design/icons";
import { Button, Skeleton } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { Page, Panel } from "~/ui/Page";
import { DeletedObjects } from "./DeletedObjects";
import { DraftBanner } from "./DraftBanner";
import { designWords } from "./messages";
import { ObjectDialog } from "./ObjectDialog";
import { ObjectsTable } from "./ObjectsTable";
import { useObjects } from "./objects";
import "./objects.css";

/** Every object there is, to be opened and changed, and own ones to be added. */
export default function ObjectsPage() {
  return (
    <AdministratorsOnly>
      <Objects />
    </AdministratorsOnly>
  );
}

function Objects() {
  const say = useSay(designWords);
  const [address, change] = useAddressState();
  const draft = address.draft ?? null;
  const objects = useObjects(draft);
  const editing = objects.data?.items.find(({ name }) => name === address.object);
  return (
    <Page
      title={say("objects")}
      text={say("objectsText")}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => change({ object: "new" })}>
          {say("addObject")}
        </Button>
      }
    >
      <DraftBanner draft={draft} />
      <Panel>
        {objects.data ? (
          <ObjectsTable objects={objects.data} draft={draft} onEdit={name => change({ object: name })} />
        ) : (
          <Skeleton active />
        )}
      </Panel>
      {objects.data && objects.data.deleted.length > 0 && (
        <DeletedObjects objects={objects.data} draft={draft} />
      )}
      {objects.data && (address.object === "new" || editing) && (
        <ObjectDialog
          key={address.object}
          objects={objects.data}
          draft={draft}
          object={editing}
          onClose={() => change({ object: null })}
        />
      )}
    </Page>
  );
}
