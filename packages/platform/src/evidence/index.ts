export { lastSignOfLife, signsAfter } from "./last-sign.ts";
export {
  type Act,
  type Line,
  type OwnerHint,
  type Period,
  type Statement,
  type StatementKind,
  statementNames,
} from "./model.ts";
export { checkOwner, type KnownOwner, sameWhereShown } from "./owner.ts";
export { readStatement } from "./read.ts";
export { showTime } from "./time.ts";
