import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

/** The pages' bundle. Packages are read from their sources, so the browser never runs against a stale build. */
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ["source", ...defaultClientConditions] },
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 2048,
    chunkSizeWarningLimit: 900,
  },
});
