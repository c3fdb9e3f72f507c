import type { TestProject } from "vitest/node";
import { serveDatabases } from "./server.ts";

declare module "vitest" {
  interface ProvidedContext {
    goodfaithDatabases: string;
  }
}

/** Vitest's global set-up: one server of databases for the whole run, ended with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await serveDatabases();
  project.provide("goodfaithDatabases", server.address);
  return () => server.stop();
}
