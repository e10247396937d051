import type { ComponentType } from "react";
import { CalendarLink } from "./calendar/CalendarLink";
import { LogoPanel } from "./company/LogoPanel";
import { MailPanel } from "./mail/MailPanel";
import { RatesPanel } from "./money/RatesPanel";
import { NumbersPanel } from "./numbers/NumbersPanel";
import type { SettingGroup } from "./settings";
import { SigningPanel } from "./signing/SigningPanel";
import { SmsPanel } from "./sms/SmsPanel";
import type { SettingsForm } from "./useSettingsForm";

export interface PanelProps {
  group: SettingGroup;
  form: SettingsForm;
  /** Of the settings as they are saved. */
  version: number;
}

/** What some groups show below their settings. */
export const panels: Record<string, ComponentType<PanelProps>> = {
  calendar: CalendarLink,
  company: LogoPanel,
  mail: MailPanel,
  money: RatesPanel,
  numbers: NumbersPanel,
  signing: SigningPanel,
  sms: SmsPanel,
};
