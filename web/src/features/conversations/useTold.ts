import { useCallback } from "react";
import type { Labelled } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useSession } from "~/kernel/session/session";
import { chatWords } from "./messages";

/** What can be told of a message in a line. */
export interface Told {
  kind: string;
  author: Labelled;
  text: string | null;
  people: Labelled[];
  takenBack: boolean;
  files: boolean | unknown[];
  record: unknown;
}

/** Says in one line what a message is, or what became of the group. */
export function useTold(): (message: Told) => string {
  const say = useSay(chatWords);
  const me = useSession().user.id;
  return useCallback(
    message => {
      const nameOf = (person: Labelled) => (person.id === me ? say("you") : (person.label ?? ""));
      const who = nameOf(message.author);
      const people = message.people.map(nameOf).join("、");
      if (message.takenBack) return say("takenBack", { who });
      if (message.kind === "joined") return say("joined", { who, people });
      if (message.kind === "named") return say("named", { who, name: message.text ?? "" });
      if (message.kind === "left") {
        return message.people[0]?.id === message.author.id
          ? say("wentAway", { who })
          : say("sentAway", { who, people });
      }
      if (message.text) return message.text;
      return say(message.record ? "card" : "file");
    },
    [say, me],
  );
}
