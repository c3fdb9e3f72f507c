/** Run by the test beside: runs the database, writes one row, says so and stands still, to be killed. */
import pg from "pg";
import { runEmbedded } from "./run.ts";

const embedded = await runEmbedded(process.argv[2] ?? "", () => undefined);
const client = new pg.Client({ connectionString: embedded.url("postgres") });
await client.connect();
await client.query("create table kept as select 1 as n");
await client.end();
process.stdout.write("standing still\n");
setInterval(() => undefined, 1_000);
