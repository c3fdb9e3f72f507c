export const terms = { title: "条款" } as const;
