import { type Bound, bind } from "../http/index.ts";
import { exportPeople, listPeople, readParty, reveal } from "./contract.ts";
import { exportParties } from "./export.ts";
import { joinsApi } from "./joins/api.ts";
import { listParties } from "./list.ts";
import { revealValue } from "./reveal.ts";
import type { PersonSources } from "./sources.ts";
import { readPartyView } from "./view.ts";

/** The ways in to people. What other capabilities know of a person is handed in (see `PersonSources`). */
export const peopleApi = (sources: PersonSources): Bound[] => [
  ...joinsApi(sources),
  bind(listPeople, (context, { query }) => listParties(context, sources, query)),
  bind(exportPeople, (context, { query }) => exportParties(context, sources, query.q)),
  bind(readParty, (context, { params }) => readPartyView(context, sources, params.partyId)),
  bind(reveal, async (context, { params, body }) => ({
    value: await revealValue(context, params.partyId, body.what, body.purpose),
  })),
];
