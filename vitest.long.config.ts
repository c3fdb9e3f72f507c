import { defineConfig } from "vitest/config";
import { projects } from "./vitest.projects.ts";

/** What takes minutes: every page in English, the full city, processes killed again and again, properties over very many documents. */
export default defineConfig({ test: { maxWorkers: 2, projects: projects("long") } });
