import { useQueryClient } from "@tanstack/react-query";
import { Modal } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { PeopleSelect } from "~/kernel/people/PeopleSelect";
import { useRegions } from "~/kernel/regions/regions";
import { FormRow } from "~/ui/FormRow";
import { regionWords } from "./messages";
import { above, type OwnersOf, regionOwnersKey } from "./regions";

interface Props {
  region: string;
  owners: OwnersOf;
  onClose: () => void;
}

/** Who looks after one region. */
export function OwnersDialog({ region, owners, onClose }: Props) {
  const say = useSay(regionWords);
  const sayCommon = useSay(common);
  const regions = useRegions();
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const mine = (owners.get(region) ?? []).filter(owner => owner.active);
  const [people, setPeople] = useState(() => mine.map(owner => owner.id));
  const name = regions?.label(region) ?? region;
  const next = above(region, owners);

  async function save() {
    const done = await act(async () => {
      await api.put(`/region-owners/${region}`, { owners: people }, { said: say("saved", { name }) });
      await queries.invalidateQueries({ queryKey: regionOwnersKey });
    });
    if (done) onClose();
  }

  return (
    <Modal
      open
      title={say("edit", { name })}
      okText={sayCommon("save")}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <FormRow id="region-owners" label={say("owners")} help={say("ownersHelp")}>
        <PeopleSelect id="region-owners" known={mine} value={people} onChange={setPeople} />
      </FormRow>
      {people.length === 0 && (
        <p className="quiet">
          {next
            ? say("inherits", {
                region: regions?.label(next.region) ?? next.region,
                names: next.owners.map(owner => owner.label).join("、"),
              })
            : say("inheritsNobody")}
        </p>
      )}
    </Modal>
  );
}
