import { ImportOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { useNarrow } from "~/ui/useNarrow";
import { ExportList } from "./ExportList";
import { listWords } from "./messages";
import type { ArrangedList } from "./useArrangement";
import { ViewTabs } from "./views/ViewTabs";

interface Props {
  object: BusinessObject;
  list: ArrangedList;
  onCreate: () => void;
}

/** The name of the list, its views, and how records come in. */
export function ListHeader({ object, list, onCreate }: Props) {
  const say = useSay(listWords);
  const narrow = useNarrow();
  const go = useGo();
  return (
    <header className="list-header">
      <h1>{object.plural}</h1>
      {narrow ? (
        <Select
          aria-label={say("views")}
          variant="borderless"
          popupMatchSelectWidth={false}
          value={list.view?.id}
          options={list.views.map(view => ({ value: view.id, label: view.name }))}
          onChange={list.goToView}
        />
      ) : (
        <ViewTabs object={object} list={list} />
      )}
      <span className="list-entries">
        {object.verbs.import && !narrow && (
          <Button icon={<ImportOutlined aria-hidden />} onClick={() => go(addressOf.import(object.name))}>
            {say("importFile")}
          </Button>
        )}
        {!narrow && <ExportList object={object} list={list} />}
        {object.verbs.create && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            aria-label={say("newOne", { name: object.label })}
            onClick={onCreate}
          >
            {narrow ? null : say("newOne", { name: object.label })}
          </Button>
        )}
      </span>
    </header>
  );
}
