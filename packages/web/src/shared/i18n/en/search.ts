import type { Messages } from "../types.ts";

export const search: Messages["search"] = {
  open: "Search",
  title: "Find people and policies",
  placeholder: "Name, pinyin, phone, identity number or policy number",
  help: "First letters of pinyin work too, such as wxs; arrow keys choose, Enter opens.",
  nothing: "Nothing found. Check the number, or try the name or its pinyin.",
  people: "People",
  policies: "Policies",
  by: { sound: "sounds alike", near: "a number close to it, please check" },
};
