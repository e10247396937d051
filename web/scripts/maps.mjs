// Makes the maps of China that reports draw from those that Apache ECharts had until version 4 (Apache-2.0), once:
//   npm pack echarts@4.9.0 && tar xzf echarts-4.9.0.tgz && node scripts/maps.mjs package/map/json
// Areas are named by the codes of regions: 44, 4401. Borders are as old as that release (2020); what has been founded
// since is said beside the map. It is no reviewed map for publication.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [source] = process.argv.slice(2);
const target = new URL("../src/kernel/charts/maps/", import.meta.url).pathname;
mkdirSync(target, { recursive: true });

/** Prefectures that have become cities since. */
const RENAMED = { 652200: 650500, 542400: 540600 };
/** 440000 is 44, 440100 is 4401. */
const codeOf = id => String(RENAMED[id] ?? id).replace(/(00)+$/, "");
const read = file => JSON.parse(readFileSync(join(source, file), "utf8"));
const write = (name, content) => writeFileSync(join(target, `${name}.json`), JSON.stringify(content));

function map({ features, UTF8Encoding }) {
  // A part drawn by itself bears no number of its own.
  const ids = new Map(features.flatMap(({ id, properties }) => (id ? [[properties.name, id]] : [])));
  return {
    type: "FeatureCollection",
    UTF8Encoding: true,
    features: features.map(({ id, properties, geometry }) => ({
      type: "Feature",
      properties: { code: codeOf(id ?? ids.get(properties.name)), name: properties.name, cp: properties.cp },
      geometry: UTF8Encoding ? geometry : encoded(geometry),
    })),
  };
}

/** The form that ECharts reads: steps in 1/1024 of a degree as characters. */
function encoded({ type, coordinates }) {
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  const made = polygons.map(rings => rings.map(ring));
  return {
    type: "MultiPolygon",
    coordinates: made.map(rings => rings.map(each => each.text)),
    encodeOffsets: made.map(rings => rings.map(each => each.offset)),
  };
}

function ring(points) {
  const whole = points
    .map(point => point.map(degrees => Math.round(degrees * 1024)))
    .filter((point, at, all) => at === 0 || point.join() !== all[at - 1].join())
    // Every other point of a border with thousands is not seen.
    .filter((_, at, all) => all.length < 400 || at % 4 === 0 || at === all.length - 1);
  const offset = whole[0];
  let [left, high] = offset;
  const text = whole
    .map(([x, y]) => {
      const steps = [x - left, y - high].map(step => String.fromCharCode(((step << 1) ^ (step >> 31)) + 64));
      [left, high] = [x, y];
      return steps.join("");
    })
    .join("");
  return { text, offset };
}

write("china", map(read("china.json")));
const cities = {};
for (const file of readdirSync(join(source, "province"))) {
  const province = read(`province/${file}`);
  const first = province.features.find(({ id }) => id)?.id;
  // Of Taiwan, Hong Kong and Macau the regions have no parts that were drawn.
  if (!first || /^(71|81|82)/.test(first)) continue;
  write(String(first).slice(0, 2), map(province));
  for (const { id, properties } of province.features) {
    if (id && String(id).endsWith("00") && properties.cp) {
      cities[codeOf(id)] = properties.cp.map(degrees => Math.round(degrees * 1000) / 1000);
    }
  }
}
for (const { id, properties } of read("china.json").features) {
  // A municipality is one city: 1101 stands where 11 does.
  if (/^(11|12|31|50)/.test(id)) cities[`${codeOf(id)}01`] = properties.cp;
}
write("cities", cities);
