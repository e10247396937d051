import { CloseOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import type { Labelled } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { PeoplePicker } from "~/kernel/pickers/PeoplePicker";
import { colourOf, type Shown } from "./calendar";
import { calendarWords } from "./messages";

interface Props {
  me: Labelled;
  /** Those whose calendars are shown, with their names. */
  people: Labelled[];
  shown: Shown;
  lunar: boolean | null;
  leads: boolean;
  onChange: (change: Partial<Shown>) => void;
  onLunar: (lunar: boolean) => void;
  onTeam: () => void;
}

/** Whose calendars are shown, each in its colour. */
export function Calendars({ me, people, shown, lunar, leads, onChange, onLunar, onTeam }: Props) {
  const say = useSay(calendarWords);
  const [round, setRound] = useState(0);
  const toggle = (id: number, on: boolean) =>
    onChange({ hidden: on ? shown.hidden.filter(each => each !== id) : [...shown.hidden, id] });
  const others = people.filter(({ id }) => id !== me.id);
  return (
    <aside className="calendar-side" aria-label={say("calendars")}>
      <ul>
        {[me, ...others].map(person => (
          <li key={person.id} className={`calendar-colour-${colourOf(person.id, me.id, shown.people)}`}>
            <Checkbox
              className="calendar-check"
              checked={!shown.hidden.includes(person.id)}
              onChange={event => toggle(person.id, event.target.checked)}
            >
              {person.id === me.id ? say("mine") : person.label}
            </Checkbox>
            {person.id !== me.id && (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined aria-hidden />}
                aria-label={say("takeOff", { name: person.label ?? "" })}
                onClick={() =>
                  onChange({
                    people: shown.people.filter(id => id !== person.id),
                    hidden: shown.hidden.filter(id => id !== person.id),
                  })
                }
              />
            )}
          </li>
        ))}
      </ul>
      <PeoplePicker
        key={round}
        id="calendar-colleague"
        label={say("addColleague")}
        placeholder={say("addColleague")}
        except={me.id}
        value={[]}
        onChange={([person]) => {
          if (person && !shown.people.includes(person.id)) onChange({ people: [...shown.people, person.id] });
          setRound(round + 1);
        }}
      />
      {leads && (
        <Button type="link" size="small" onClick={onTeam}>
          {say("team")}
        </Button>
      )}
      <h3>{say("also")}</h3>
      <Checkbox checked={shown.tasks} onChange={event => onChange({ tasks: event.target.checked })}>
        {say("tasks")}
      </Checkbox>
      {lunar !== null && (
        <Checkbox checked={lunar} onChange={event => onLunar(event.target.checked)}>
          {say("lunar")}
        </Checkbox>
      )}
    </aside>
  );
}
