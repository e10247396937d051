import { theme } from "antd";
import { useMemo } from "react";
import { useMedia } from "~/ui/useMedia";
import { DARK_COLORS, DARK_HEAT, LIGHT_COLORS, LIGHT_HEAT, type Look } from "./look";

/** What drawings take from the theme that is on now. */
export function useLook(): Look {
  const { token } = theme.useToken();
  const still = useMedia("(prefers-reduced-motion: reduce)");
  return useMemo(() => {
    const dark = isDark(token.colorBgContainer);
    const colors = dark ? DARK_COLORS : LIGHT_COLORS;
    return {
      text: token.colorText,
      quiet: token.colorTextSecondary,
      line: token.colorBorderSecondary,
      surface: token.colorBgContainer,
      accent: colors[0],
      colors,
      heat: dark ? DARK_HEAT : LIGHT_HEAT,
      dark,
      still: still || !token.motion,
      font: token.fontFamily,
    };
  }, [token, still]);
}

function isDark(color: string): boolean {
  const [red = 255, green = 255, blue = 255] = (/^#(..)(..)(..)/.exec(color) ?? [])
    .slice(1)
    .map(part => Number.parseInt(part, 16));
  return red + green + blue < 384;
}
