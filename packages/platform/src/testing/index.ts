export { TEST_NOW, type TestDatabase, testDatabase } from "./database.ts";
export { runJobs } from "./jobs.ts";
export { leastAddress, leastBody } from "./least.ts";
export { type Answer, type TestClient, testServer } from "./server-client.ts";
export { testStaff } from "./staff.ts";
