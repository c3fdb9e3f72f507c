export { importsJobs } from "./jobs.ts";
export { againWork, beginWork, findWork, forgetWork, listWork } from "./work.ts";
