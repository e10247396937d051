/**
 * Makes the fonts of printed pages: Noto Sans SC (OFL-1.1) without the Kangxi radicals, because a PDF reader would else
 * find and copy 金额 as ⾦额: both are drawn by one glyph, and the radical comes first.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";

const RADICALS = [0x2e80, 0x2fdf];
const SURROGATES = [0xd800, 0xdfff];
const LAST = 0xffff;
const WEIGHTS = { regular: "400Regular/NotoSansSC_400Regular.ttf", bold: "700Bold/NotoSansSC_700Bold.ttf" };

const within = (point, [first, last]) => point >= first && point <= last;
const kept = [];
for (let point = 0x20; point <= LAST; point++) {
  if (!within(point, RADICALS) && !within(point, SURROGATES)) kept.push(String.fromCodePoint(point));
}

const home = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-sc/package.json"));
await mkdir("fonts", { recursive: true });
for (const [weight, file] of Object.entries(WEIGHTS)) {
  const font = await subsetFont(await readFile(join(home, file)), kept.join(""), {
    targetFormat: "truetype",
  });
  await writeFile(join("fonts", `paper-${weight}.ttf`), font);
}
await writeFile("fonts/LICENSE", await readFile(join(home, "LICENSE_FONT")));
