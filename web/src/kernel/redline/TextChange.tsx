import { plainWords } from "~/kernel/fields/richText/html";
import { Redline } from "./Redline";
import { pieces } from "./redline";

/** How a long text was changed. */
export default function TextChange({
  from,
  to,
  formatted,
}: {
  from: string;
  to: string;
  formatted: boolean;
}) {
  const plain = (text: string) => (formatted ? plainWords(text) : text);
  return <Redline pieces={pieces(plain(from), plain(to))} />;
}
