import { messages } from "~/kernel/i18n/messages";

export const paperPageWords = messages({
  from: ["{company}发给您一份文件", "{company} has sent you a paper"],
  fromSomeone: ["您收到一份文件", "A paper for you"],
  facts: ["{kind} · {pages} 页", "{kind} · {pages} {pages|page|pages}"],
  recipient: ["收件人", "For"],
  sentAt: ["发送时间", "Sent"],
  until: ["有效期至", "Good until"],
  open: ["查看文件", "Read the paper"],
  note: [
    "点击查看后，发件人会知道文件已被打开。文件带有您的水印，请勿转发。",
    "Its sender will hear that it was opened. It carries your name across its pages; please do not pass it on.",
  ],
  download: ["下载 PDF", "Download PDF"],
  page: ["第 {page} 页，共 {pages} 页", "Page {page} of {pages}"],
  gone: ["链接不存在或已失效", "This link does not exist or has ended"],
  goneNext: ["请向发件人索取新的链接。", "Please ask its sender for a new one."],
  failed: ["暂时打不开", "It cannot be opened right now"],
  failedNext: ["请检查网络后刷新重试。", "Check your connection and reload the page."],
});
