import "./shared/theme/tokens.css";
import "./shared/theme/base.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { router } from "./routes.tsx";
import { makeClient } from "./shared/api/client.ts";
import { startI18n } from "./shared/i18n/index.ts";
import { loadSans } from "./shared/theme/fonts.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
loadSans();
await startI18n();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={makeClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
