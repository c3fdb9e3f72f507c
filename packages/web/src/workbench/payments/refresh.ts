import type { QueryClient } from "@tanstack/react-query";

/** Everything that shows a payment is read anew. */
export const refreshPayments = (client: QueryClient): void => {
  for (const key of [
    "payments.list",
    "payments.read",
    "payments.batches",
    "payments.batch",
    "payments.answers",
    "payments.holds",
    "claims.read",
    "claims.list",
    "today.read",
  ])
    void client.invalidateQueries({ queryKey: [key] });
};
