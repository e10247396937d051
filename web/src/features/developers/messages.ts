import { messages } from "~/kernel/i18n/messages";

export const developerWords = messages({
  title: ["开放接口", "Open API"],
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
  name: ["名称", "Name"],
  type: ["类型", "Type"],
  meaning: ["说明", "Meaning"],
  required: ["必填", "required"],
  in: ["位置", "In"],
  failed: ["接口说明没有读到：{reason}", "The description could not be read: {reason}"],
});
