import { type ThemeConfig, theme } from "antd";

/** The whole look: one accent, quiet neutrals, an 8-pixel rhythm. Our own CSS reads the same tokens as `--ant-…`. */
export function themeOf(dark: boolean, compact: boolean, still: boolean): ThemeConfig {
  return {
    cssVar: { key: "hengke" },
    hashed: false,
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...(dark ? darkTokens : lightTokens),
      fontFamily:
        '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
      fontSize: 14,
      borderRadius: 6,
      controlHeight: compact ? 28 : 32,
      sizeUnit: 4,
      wireframe: false,
      motion: !still,
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.16s",
    },
    components: {
      Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", fontWeight: 500 },
      Table: compact
        ? { cellPaddingBlockSM: 4, cellPaddingInlineSM: 8 }
        : { cellPaddingBlockSM: 8, cellPaddingInlineSM: 8 },
    },
  };
}

const lightTokens = {
  colorPrimary: "#2757c4",
  colorPrimaryHover: "#3a68cf",
  colorLink: "#2757c4",
  colorLinkHover: "#1d4399",
  colorLinkActive: "#17357a",
  colorInfo: "#2757c4",
  colorError: "#c9353f",
  colorErrorText: "#b82e38",
  colorSuccess: "#1f8a4c",
  colorSuccessBg: "#eef8f2",
  colorSuccessBorder: "#b5dfc5",
  colorWarning: "#b26a00",
  colorWarningBg: "#fff8e8",
  colorWarningBorder: "#f0d5a0",
  colorErrorBg: "#fdf1f1",
  colorErrorBorder: "#f2c4c7",
  colorInfoBg: "#f0f4fd",
  colorInfoBorder: "#c5d4f5",
  colorPrimaryBg: "#ebf1fd",
  colorTextBase: "#1b2130",
  colorTextSecondary: "#566074",
  colorTextTertiary: "#667085",
  colorTextPlaceholder: "#6b7588",
  colorBorder: "#cdd3de",
  colorBorderSecondary: "#e4e8ef",
  colorBgLayout: "#f5f6f9",
  colorBgContainer: "#ffffff",
};

const darkTokens = {
  colorPrimary: "#4d7df0",
  colorPrimaryHover: "#3d66c8",
  colorPrimaryText: "#9db8f5",
  colorLink: "#b5ccff",
  colorLinkHover: "#d3e0ff",
  colorLinkActive: "#e4ecff",
  colorInfo: "#4d7df0",
  colorError: "#ff737d",
  colorErrorText: "#ff8088",
  colorSuccess: "#3fb871",
  colorWarning: "#dd9a3c",
  colorTextBase: "#e8ebf2",
  colorTextSecondary: "#a9b2c3",
  colorTextTertiary: "#98a2b5",
  colorTextPlaceholder: "#8993a7",
  colorBorder: "#3b4454",
  colorBorderSecondary: "#2a313e",
  colorBgBase: "#12151b",
  colorBgLayout: "#12151b",
  colorBgContainer: "#191d25",
  colorBgElevated: "#212631",
};
