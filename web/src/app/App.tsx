import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { App as AntApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useEffect } from "react";
import { api } from "~/kernel/api/api";
import { browserLanguage, LanguageProvider } from "~/kernel/i18n/language";
import { OverridesProvider } from "~/kernel/overrides/overrides";
import { useBranding } from "~/kernel/session/branding";
import { sessionKey, useSessionQuery } from "~/kernel/session/session";
import { TodayParts } from "~/kernel/todayParts";
import { themeOf } from "~/ui/theme";
import { useMedia } from "~/ui/useMedia";
import { browserTheme, useDark } from "./appearance";
import { overrides, todayParts } from "./discovered";
import { queries } from "./queries";
import { router } from "./router";

/** The whole product: data, language, look, then the pages. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Dressed />
    </QueryClientProvider>
  );
}

function Dressed() {
  const session = useSessionQuery();
  const preferences = session.data?.preferences;
  const ofCompany = useBranding()?.language;
  const language = preferences?.language ?? browserLanguage(ofCompany);
  const dark = useDark(preferences?.theme ?? browserTheme());
  const still = useMedia("(prefers-reduced-motion: reduce)");
  // Before the children ask anything, so that the first answers already speak the right language.
  api.language = language;
  dayjs.locale(language === "zh-CN" ? "zh-cn" : "en");

  useEffect(() => {
    if (preferences?.language) localStorage.setItem("hengke.language", preferences.language);
    document.documentElement.lang = language;
  }, [language, preferences?.language]);

  useEffect(() => api.onSignedOut(() => queries.setQueryData(sessionKey, null)), []);

  return (
    <LanguageProvider language={language}>
      <ConfigProvider
        locale={language === "zh-CN" ? zhCN : enUS}
        theme={themeOf(dark, preferences?.density === "compact", still)}
        button={{ autoInsertSpace: false }}
      >
        <AntApp component={false} message={{ top: 56 }} notification={{ bottom: 72 }}>
          <OverridesProvider registry={overrides}>
            <TodayParts value={todayParts}>
              <RouterProvider router={router} />
            </TodayParts>
          </OverridesProvider>
        </AntApp>
      </ConfigProvider>
    </LanguageProvider>
  );
}
