import dayjsGenerateConfig from "@rc-component/picker/generate/dayjs";
import { DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { parseDay, parseMoment, todayHere } from "~/kernel/text/dates";

/** The calendar of antd, taught to read days and moments as people type them. */
export const Picker = DatePicker.generatePicker<Dayjs>({
  ...dayjsGenerateConfig,
  getNow: () => dayjs(todayHere() + dayjs().format("THH:mm")),
  locale: {
    ...dayjsGenerateConfig.locale,
    parse: (locale, text, formats) => {
      const typed = formats.some(format => format.includes("H"))
        ? parseMoment(text, todayHere())
        : parseDay(text, todayHere());
      return typed ? dayjs(typed) : dayjsGenerateConfig.locale.parse(locale, text, formats);
    },
  },
});
