import { Checkbox } from "antd";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { Panel } from "~/ui/Page";
import { organisationWords } from "../messages";
import { allowsCommand } from "./grants";

interface Props {
  commands: string[];
  onChange: (commands: string[]) => void;
}

/** Which commands of each object may be used; nothing is shown while no object has any. */
export function CommandRights({ commands, onChange }: Props) {
  const say = useSay(organisationWords);
  const objects = useCatalog()
    .listed()
    .filter(object => object.commands.length > 0);
  if (objects.length === 0) return null;
  return (
    <Panel title={say("commands")}>
      <p className="quiet rights-text">{say("commandsText")}</p>
      {objects.map(object => (
        <fieldset key={object.name} className="rights-commands">
          <legend>{object.label}</legend>
          {object.commands.map(command => {
            const name = `${object.name}.${command.name}`;
            const byOther = allowsCommand(
              commands.filter(each => each !== name),
              object.name,
              command.name,
            );
            return (
              <Checkbox
                key={name}
                checked={byOther || commands.includes(name)}
                disabled={byOther}
                onChange={event =>
                  onChange(
                    event.target.checked ? [...commands, name] : commands.filter(each => each !== name),
                  )
                }
              >
                {command.label}
              </Checkbox>
            );
          })}
        </fieldset>
      ))}
    </Panel>
  );
}
