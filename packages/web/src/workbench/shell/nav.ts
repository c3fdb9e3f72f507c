/** The pages there are, each with what it takes to see it. */
export const NAV = [
  { to: "/today", name: "today", needs: "today.read" },
  { to: "/claims", name: "claims", needs: "claims.read" },
  { to: "/clocks", name: "clocks", needs: "claims.read" },
  { to: "/people", name: "people", needs: "people.read" },
  { to: "/policies", name: "policies", needs: "policies.read" },
  { to: "/payments", name: "payments", needs: "payments.read" },
  { to: "/terms", name: "terms", needs: "terms.read" },
  { to: "/imports", name: "imports", needs: "imports.run" },
  { to: "/outbox", name: "outbox", needs: "messages.read" },
  { to: "/audit", name: "audit", needs: "audit.read" },
  { to: "/access", name: "access", needs: "access.manage" },
] as const;
