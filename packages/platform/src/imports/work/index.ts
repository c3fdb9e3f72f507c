export { importsJobs } from "./jobs.ts";
export { againWork, beginWork, findWork, forgetWork, listWork, noImport } from "./work.ts";
