import dayjsGenerateConfig from "@rc-component/picker/generate/dayjs";
import { DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { todayHere } from "~/kernel/text/dates";
import { halfWidth } from "~/kernel/text/halfWidth";

/** The calendar of antd, in the company's time, taking full-width digits as they are typed. */
export const Picker = DatePicker.generatePicker<Dayjs>({
  ...dayjsGenerateConfig,
  getNow: () => dayjs(todayHere() + dayjs().format("THH:mm")),
  locale: {
    ...dayjsGenerateConfig.locale,
    parse: (locale, text, formats) => dayjsGenerateConfig.locale.parse(locale, halfWidth(text), formats),
  },
});
