import type { ThemeConfig } from "antd";

/** The same tokens as tokens.css, for Ant Design. */
export const theme: ThemeConfig = {
  cssVar: { key: "gf" },
  hashed: false,
  token: {
    colorPrimary: "#1e5d4e",
    colorInfo: "#1e5d4e",
    colorSuccess: "#1e5d4e",
    colorError: "#b5402b",
    colorWarning: "#835508",
    colorLink: "#1e5d4e",
    colorLinkHover: "#164a3e",
    colorLinkActive: "#164a3e",
    colorText: "#1d2523",
    colorTextSecondary: "#5a645f",
    colorTextTertiary: "#5a645f",
    colorTextDescription: "#5a645f",
    colorTextPlaceholder: "#6a736f",
    colorBgLayout: "#f7f5f0",
    colorBorder: "#c9c6ba",
    colorBorderSecondary: "#e4e0d6",
    borderRadius: 8,
    borderRadiusLG: 12,
    controlHeight: 36,
    fontFamily: '"Noto Sans SC Variable","Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif',
    fontSize: 14,
    boxShadowSecondary: "0 12px 40px -12px rgb(29 37 35 / 22%)",
  },
  components: {
    Button: { fontWeight: 600, primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" },
    Segmented: { trackBg: "#ebe8df", itemSelectedColor: "#164a3e" },
    Form: { verticalLabelPadding: "0 0 4px" },
  },
};
