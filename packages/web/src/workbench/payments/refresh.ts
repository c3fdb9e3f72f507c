import type { QueryClient } from "@tanstack/react-query";

/** Everything that shows a payment is read anew. */
export const refreshPayments = (client: QueryClient): void => {
  for (const key of [
    "payments.list",
    "payments.read",
    "payments.batches",
    "claims.read",
    "claims.list",
    "today.read",
  ])
    void client.invalidateQueries({ queryKey: [key] });
};
