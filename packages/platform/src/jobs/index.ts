export { type Job, type JobRun, job } from "./job.ts";
export type { Sweep } from "./sweep.ts";
