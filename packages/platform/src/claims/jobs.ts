import type { Job } from "../jobs/index.ts";
import { extensionJobs } from "./extension/jobs.ts";
import { lifeJobs } from "./life/jobs.ts";
import { noticeJobs } from "./shell/notice.ts";

/** What claims do by themselves: they note what reached the claimant, and close what has come to its end. */
export const claimsJobs: Job[] = [...noticeJobs, ...lifeJobs, ...extensionJobs];
