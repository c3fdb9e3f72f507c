import { defineConfig } from "vitest/config";
import { projects } from "./vitest.projects.ts";

/** Every day: all tests but the long ones. */
export default defineConfig({ test: { maxWorkers: 2, projects: projects("short") } });
