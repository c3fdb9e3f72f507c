export { type Account, canReach, findAccount, NoAccountError } from "./account.ts";
export { type Binaries, findNative, NoBinariesError, prepareBinaries } from "./binaries.ts";
export {
  type Cluster,
  ClusterError,
  type ClusterFiles,
  freePort,
  initialise,
  OWNER,
  start,
} from "./cluster.ts";
export { clearLeftovers, endServer, isServerOf, readPostmaster } from "./postmaster.ts";
