import type { ChatMessage, Conversation } from "~/kernel/api/contract";
import { wallTime } from "~/kernel/text/dates";

/** Messages of one person in a row, said within some minutes; what became of the group stands alone. */
export interface Turn {
  /** Begins another day: that day, `YYYY-MM-DD`. */
  day: string | null;
  messages: [ChatMessage, ...ChatMessage[]];
}

const TOGETHER_MINUTES = 5;

export function turnsOf(messages: ChatMessage[]): Turn[] {
  const turns: Turn[] = [];
  let before: ChatMessage | undefined;
  for (const message of messages) {
    const day = wallTime(message.at).slice(0, 10);
    const newDay = before === undefined || wallTime(before.at).slice(0, 10) !== day;
    const last = turns.at(-1);
    if (last && before && !newDay && belong(before, message)) last.messages.push(message);
    else turns.push({ day: newDay ? day : null, messages: [message] });
    before = message;
  }
  return turns;
}

function belong(before: ChatMessage, after: ChatMessage): boolean {
  return (
    isSpeech(before) &&
    isSpeech(after) &&
    before.author.id === after.author.id &&
    Date.parse(after.at) - Date.parse(before.at) < TOGETHER_MINUTES * 60_000
  );
}

/** Words, files or a record; the rest is told in a line of its own. */
export function isSpeech(message: ChatMessage): boolean {
  return message.kind === "said" && !message.takenBack;
}

/** Those who are still there and have not read so far. */
export function unreadBy(members: Conversation["members"], me: number, message: ChatMessage): string[] {
  return members
    .filter(member => member.id !== me && member.active && member.readUpTo < message.id)
    .map(member => member.label);
}

/** How long one's own message can be taken back. */
export const TAKEN_BACK_WITHIN_MS = 2 * 60_000;

export interface Piece {
  text: string;
  kind: "plain" | "address" | "mention";
}

/** Words with what leads somewhere and who is spoken to. */
export function piecesOf(text: string, names: string[]): Piece[] {
  const spoken = [...names]
    .filter(name => name !== "")
    .sort((one, other) => other.length - one.length)
    .map(name => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const mention = spoken.length > 0 ? `|[@＠](?:${spoken.join("|")})` : "";
  const marked = new RegExp(`(https?://[\\w\\-./?%&=#:~+,@!;]*[\\w\\-/%&=#~+]${mention})`, "gi");
  return text
    .split(marked)
    .filter(part => part !== "")
    .map(part => ({
      text: part,
      kind: /^https?:\/\//i.test(part)
        ? "address"
        : /^[@＠]./.test(part) && isName(part, names)
          ? "mention"
          : "plain",
    }));
}

function isName(part: string, names: string[]): boolean {
  return names.some(name => name.toLowerCase() === part.slice(1).toLowerCase());
}
