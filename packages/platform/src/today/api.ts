import { type Bound, bind } from "../http/index.ts";
import { readToday } from "./contract.ts";
import { readTodayView } from "./read.ts";

export const todayApi: Bound[] = [bind(readToday, (context) => readTodayView(context))];
