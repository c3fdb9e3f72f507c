export { type Job, type JobRun, job } from "./job.ts";
