/** The first Chinese character of each initial letter in the order of pinyin. */
const LETTERS: [string, string][] = [
  ["阿", "a"],
  ["八", "b"],
  ["嚓", "c"],
  ["咑", "d"],
  ["妸", "e"],
  ["发", "f"],
  ["旮", "g"],
  ["哈", "h"],
  ["丌", "j"],
  ["咔", "k"],
  ["垃", "l"],
  ["妈", "m"],
  ["拏", "n"],
  ["噢", "o"],
  ["妑", "p"],
  ["七", "q"],
  ["呥", "r"],
  ["仨", "s"],
  ["他", "t"],
  ["穵", "w"],
  ["夕", "x"],
  ["丫", "y"],
  ["帀", "z"],
];

const byPinyin = new Intl.Collator("zh-CN-u-co-pinyin");

/** The initials of Chinese words as the browser's own collation knows them: `客户` → `kh`. */
export function pinyinInitials(text: string): string {
  return [...text].map(initial).join("");
}

function initial(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character.toLowerCase();
  let letter = "";
  for (const [first, name] of LETTERS) {
    if (byPinyin.compare(character, first) < 0) break;
    letter = name;
  }
  return letter;
}

/** Whether typed words name this: a part of it, or the initials of its pinyin. */
export function named(text: string, typed: string): boolean {
  const words = typed.trim().toLowerCase();
  return words !== "" && (text.toLowerCase().includes(words) || pinyinInitials(text).includes(words));
}
