import { messages } from "~/kernel/i18n/messages";
import { entryWords } from "./entries";

export const developerWords = messages({
  title: entryWords.title,
  text: [
    "下面是您现在能用的全部接口，由系统的对象定义实时生成。界面用的也是它们。",
    "Everything you may call now, made from the live definitions. The interface itself uses the same.",
  ],
  download: ["下载 openapi.json", "Download openapi.json"],
  tokens: ["管理令牌", "Manage tokens"],
  find: ["查找路径或说明", "Find a path or a word"],
  nothing: ["没有匹配的接口", "No call matches"],
  other: ["其他", "Other"],
  calls: ["{count} 个接口", "{count} {count|call|calls}"],
  parameters: ["参数", "Parameters"],
  body: ["请求内容", "Request body"],
  answers: ["返回", "Answers"],
  example: ["示例", "Example"],
  copy: ["复制", "Copy"],
  refusals: ["可能的拒绝", "How it may be refused"],
  fields: ["字段", "Fields"],
  contents: ["目录", "Contents"],
  firstSteps: ["快速开始", "First steps"],
  stepToken: ["新建一个令牌，放进环境变量：", "Make a token and put it into the environment:"],
  stepAsk: ["查询等级为 A 的客户：", "Ask for the customers of level A:"],
  stepWrite: [
    "在目录中选择一个对象，查看它的字段和全部接口；每个接口都附有可直接运行的命令。修改会返回 Hengke-Operation，可据此撤销。",
    "Choose an object from the contents for its fields and calls, each with a command to run. Changes answer Hengke-Operation, by which they can be undone.",
  ],
  sessionOnly: [
    "只能在登录后的页面中使用，不接受令牌。",
    "Only for pages where somebody has signed in; takes no token.",
  ],
  nullable: ["可为空", "or null"],
  readOnly: ["只读", "read only"],
  atMost: ["最多 {count} 字", "at most {count} characters"],
  name: ["名称", "Name"],
  type: ["类型", "Type"],
  meaning: ["说明", "Meaning"],
  required: ["必填", "required"],
  failed: ["接口说明没有读到：{reason}", "The description could not be read: {reason}"],
});
