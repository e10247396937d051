import { messages } from "~/kernel/i18n/messages";
import { entryWords } from "./entries";

export const regionWords = messages({
  regions: entryWords.regions,
  regionsText: [
    "省、市、区各由谁负责。同一份数据决定“负责地区”的数据范围和新客户的分配。",
    "Who looks after which province, city or district. The same fact decides what “own regions” reach and who takes what is new.",
  ],
  assign: ["新{name}按所在区域分配", "New records of {name} go to the owner of their region"],
  assignHelp: [
    "仅当没有指定负责人时：最近的区域优先，区没有就看市、省；停用的人跳过，请假的由代理人接手，公海的持有上限照常。",
    "Only when nobody is named: the nearest region first; who has left is passed over, who is away is stood in for, limits of pools hold.",
  ],
  assignOn: ["新{name}将按区域分配", "New records of {name} are assigned by region now"],
  assignOff: ["新{name}不再按区域分配", "New records of {name} are no longer assigned by region"],
  search: ["搜索地区或负责人", "Find a region or an owner"],
  onlyOwned: ["只看已设置的", "Only those with owners"],
  none: ["没有找到", "Nothing found"],
  noneOwned: ["还没有区域有负责人，点地区名即可设置", "No region has an owner yet; click one to set it"],
  edit: ["设置“{name}”的负责人", "Owners of “{name}”"],
  owners: ["负责人", "Owners"],
  ownersHelp: [
    "第一位接手新客户；其他人也能看到该区域的数据，前面的人满额或停用时依次接手。",
    "The first takes what is new; the others see the region too, and take over when those before are full or have left.",
  ],
  inherits: ["留空则由“{region}”的 {names} 接手", "Without one, {names} of “{region}” take over"],
  inheritsNobody: [
    "留空则无人接手，仍归创建人",
    "Without one nobody takes over; records stay with who creates them",
  ],
  saved: ["已设置“{name}”的负责人", "Set the owners of “{name}”"],
  left: ["已停用", "left"],
  away: ["请假，{name} 代理", "away, {name} stands in"],
});
