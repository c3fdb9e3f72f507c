export { TEST_NOW, type TestDatabase, testDatabase } from "./database.ts";
export { testStaff } from "./staff.ts";
