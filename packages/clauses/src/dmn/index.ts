/** DMN: reading, evaluating and writing decision models. The public face of this folder. */

export { type DmnOptions, type DmnResult, evaluateDmn } from "./evaluate.ts";
export { type DmnExport, exportDmn } from "./export.ts";
export { dmnInputs } from "./input.ts";
export type { DmnModel } from "./model.ts";
export { DmnError, type DmnProblem, dmnProblemLine } from "./problem.ts";
export { type DmnSource, type ImportRequest, namespaceOfDmn, type ReadOptions, readDmn } from "./read.ts";
