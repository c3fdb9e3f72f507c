import { App, ConfigProvider } from "antd";
import en from "antd/locale/en_US";
import zh from "antd/locale/zh_CN";
import type { ReactNode } from "react";
import { useLanguage } from "../../shared/format/use-format.ts";
import { theme } from "../../shared/theme/antd.ts";
import { prefersStill } from "../../shared/ui/motion.ts";

/** Ant Design with our tokens and the page's language, for every staff page. */
export const Frame = ({ children }: { readonly children: ReactNode }) => {
  const language = useLanguage();
  return (
    <ConfigProvider
      theme={{ ...theme, token: { ...theme.token, motion: !prefersStill() } }}
      locale={language === "en" ? en : zh}
      button={{ autoInsertSpace: false }}
    >
      <App message={{ maxCount: 3 }} notification={{ placement: "bottomRight" }}>
        {children}
      </App>
    </ConfigProvider>
  );
};
