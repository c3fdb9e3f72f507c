import { type Bound, bind } from "../http/index.ts";
import { exportPolicies, listPolicies, listProducts, readPolicy, requestEndorsement } from "./contract.ts";
import { endorse } from "./endorsements/request.ts";
import { exportList } from "./export.ts";
import { listPage, products } from "./list.ts";
import { readView } from "./view.ts";

/** The ways in to policies. */
export const policiesApi: Bound[] = [
  bind(listPolicies, (context, { query }) => listPage(context, query, query)),
  bind(exportPolicies, (context, { query }) => exportList(context, query)),
  bind(listProducts, (context) => products(context)),
  bind(readPolicy, (context, { params }) => readView(context, params)),
  bind(requestEndorsement, (context, { params, body }) => endorse(context, params, body)),
];
