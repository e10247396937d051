import { messages } from "~/kernel/i18n/messages";
import { entryWords } from "./entries";

export const demoWords = messages({
  demo: entryWords.demo,
  demoText: [
    "一家虚构公司的部门、同事、客户、联系人和跟进，用来熟悉产品。",
    "Departments, colleagues, customers, contacts and follow-ups of an invented company, to get to know the product.",
  ],
  loaded: ["演示数据已载入", "Demo data are loaded"],
  loadedText: [
    "用完可以一次移除；您自己录入的数据不受影响。",
    "Remove them in one go when done; what you entered yourself stays.",
  ],
  notLoaded: ["没有演示数据", "No demo data"],
  notLoadedText: ["载入需要几秒钟，随时可以移除。", "Loading takes seconds; remove them at any time."],
  impossible: ["现在不能载入演示数据", "Demo data cannot be loaded now"],
  impossibleText: [
    "系统里已有自己的数据。演示数据只能载入空的系统，以免混在一起。",
    "There are data of your own. Demo data go into an empty system only, so that the two do not mix.",
  ],
  load: ["载入演示数据", "Load demo data"],
  remove: ["移除演示数据", "Remove demo data"],
  removeSure: ["移除演示数据？", "Remove the demo data?"],
  removeText: [
    "演示的客户、联系人、跟进和同事都会移除，在其上所做的修改也一并移除。",
    "The invented customers, contacts, follow-ups and colleagues go, and what was changed on them.",
  ],
  loading: ["正在载入", "Loading"],
  removing: ["正在移除", "Removing"],
  failed: ["没有完成，请重试", "It did not finish; try again"],
  administratorsOnly: ["只有管理员可以管理演示数据", "Only administrators manage demo data"],
});
