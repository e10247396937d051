import { messages } from "~/kernel/i18n/messages";

export const signInWords = messages({
  product: ["恒客 CRM", "Hengke CRM"],
  login: ["登录名", "Sign-in name"],
  password: ["密码", "Password"],
  bothNeeded: ["请填写登录名和密码", "Please enter your sign-in name and password"],
  signIn: ["登录", "Sign in"],
  setUpTitle: ["创建管理员", "Create the administrator"],
  setUpText: [
    "这是第一次启动。创建一个管理员即可开始使用。",
    "This is the first start. Create an administrator to begin.",
  ],
  alreadySetUp: ["这里已经设置过了", "This is already set up"],
  alreadySetUpText: ["设置链接只能使用一次，请直接登录。", "The set-up link works once. Please sign in."],
  toSignIn: ["去登录", "Go to sign-in"],
  company: ["公司名称", "Company"],
  yourName: ["您的姓名", "Your name"],
  begin: ["开始使用", "Begin"],
  noToken: [
    "这个链接不完整。请使用启动时打印出来的完整链接。",
    "This link is incomplete. Use the whole link printed at the first start.",
  ],
  needsSetUp: [
    "还没有管理员。请打开启动时打印出来的设置链接。",
    "There is no administrator yet. Open the set-up link printed at the first start.",
  ],
  invitationTitle: ["欢迎加入{company}", "Welcome to {company}"],
  invitationText: [
    "{name}，请设置您的密码，之后用“{login}”登录。",
    "{name}, set your password. You will sign in as {login}.",
  ],
  resetTitle: ["设置新密码", "Set a new password"],
  resetText: [
    "为“{login}”设置新密码，所有已登录的设备都会退出。",
    "A new password for {login}. All your devices are signed out.",
  ],
  newPassword: ["新密码", "New password"],
  repeatPassword: ["再输一次", "Once more"],
  different: ["两次输入不一致", "The two do not match"],
  setPassword: ["保存并登录", "Save and sign in"],
  code: ["动态验证码", "Code"],
  codeNote: [
    "身份验证器显示的 6 位数字；没有手机时用一个恢复码",
    "The six digits of your authenticator app, or a recovery code",
  ],
  otherAccount: ["换个账号", "Somebody else"],
  provider: ["单点登录", "single sign-on"],
  byProvider: ["用{name}登录", "Sign in with {name}"],
  providerRefused: [
    "没能登录：身份提供方没有确认，或这里没有您的账号。请联系管理员。",
    "You could not be signed in: the provider did not vouch for you, or you have no account here. Ask your administrator.",
  ],
  deadLink: ["链接打不开", "This link does not open"],
  unreachable: ["连不上服务器，请稍后再试", "The server cannot be reached, try again in a moment"],
  language: ["语言", "Language"],
});
