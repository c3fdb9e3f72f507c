/** 示例城市: a small, deterministic city of records, brought in as institutions bring theirs. */
export { type City, city, type InstitutionFiles, type Size } from "./city.ts";
export { type Loaded, type LoadOptions, loadSample, type Progress } from "./load.ts";
export { csvOf } from "./load-files.ts";
export type { FileRow } from "./rows.ts";
export { LIFE, PROPERTY, type SampleInstitution } from "./staff.ts";
export { type SampleFile, sampleFiles } from "./statements.ts";
export { CHENG, MRS_WANG, WANG } from "./story.ts";
export { ARTICLE, type CitySize, FULL, MOST_PEOPLE } from "./whole/size.ts";
export { type WrittenFile, writeCity } from "./whole/write.ts";
