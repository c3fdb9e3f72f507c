export { findHeader, type Header, headerName, headerOf } from "./header.ts";
export {
  columnLetters,
  DEFAULT_LIMITS,
  type Limits,
  type OpenSheet,
  type OpenTable,
  type Row,
  type Sheet,
  type Table,
} from "./model.ts";
export { openTable, readTable } from "./read.ts";
export {
  CSV_MEDIA_TYPE,
  type OutCell,
  type OutColumn,
  type OutSheet,
  writeCsv,
  writeXlsx,
  XLSX_MEDIA_TYPE,
} from "./write.ts";
