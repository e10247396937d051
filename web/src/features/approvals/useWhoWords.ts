import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { designerWords } from "./messages";
import type { Who } from "./who";

/** Who is asked, as one reads it aloud. */
export function useWhoWords(object: BusinessObject | undefined): (who: Who) => string {
  const say = useSay(designerWords);
  return who => {
    const { level } = who;
    const names = who.people.map(person => person.label).join("、");
    switch (who.kind) {
      case "people":
        return names || say("nothingSet");
      case "role":
        return who.role?.label ?? say("nothingSet");
      case "group":
        return who.group?.label ?? say("nothingSet");
      case "superior":
        return level === 1 ? say("superior") : say("superiorWords", { level });
      case "superiors":
        return say("superiorsWords", { levels: level });
      case "head":
        return level === 0 ? say("head") : say("headWords", { level });
      case "starter":
        return say("starter");
      case "chosen":
      case "next":
        return names ? `${say(who.kind)}：${names}` : say(who.kind);
      case "named": {
        const field = object?.fields.find(each => each.name === who.field)?.label;
        if (!field) return say("nothingSet");
        return say(level === 0 ? "fieldWords" : "fieldSuperiorWords", { field });
      }
    }
  };
}
