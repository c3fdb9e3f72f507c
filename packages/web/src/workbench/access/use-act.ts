import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";

/** Does one thing to access, says so, and reads again what the pages of access show. */
export const useAct = <Given, Answer>(doing: (given: Given) => Promise<Answer>, said?: string) => {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: doing,
    onSuccess: async () => {
      if (said) void message.success(said);
      await client.invalidateQueries({ predicate: ({ queryKey }) => `${queryKey[0]}`.startsWith("access.") });
    },
  });
};
