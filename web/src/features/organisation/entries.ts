import { messages } from "~/kernel/i18n/messages";

/** What the pages are called in the navigation, which is there before they are. */
export const entryWords = messages({
  people: ["部门与用户", "People"],
  groups: ["用户组", "Groups of people"],
  roles: ["角色与权限", "Roles"],
});
