/** The properties of decisions and explanations on many more documents and facts than every day. */
import { vi } from "vitest";

vi.setConfig({ testTimeout: 900_000 });
process.env.RUNS ??= "200";

// Imported after the count is set, which they read.
await import("./decide/documents.property.test.ts");
await import("./decide/decide.property.test.ts");
await import("./decide/exact/exact.property.test.ts");
await import("./decide/boxes/boxes.property.test.ts");
await import("./explain/explanation.property.test.ts");
await import("./terms/simpleYaml.property.test.ts");
