export { todayApi } from "./api.ts";
export { readTodayView } from "./read.ts";
