export { messagesApi } from "./api.ts";
export { type Gateway, outboxGateway } from "./gateway.ts";
export { deliveryJobs, messagesJobs } from "./jobs.ts";
export type { Channel, Handed, Message, MessagePurpose } from "./model.ts";
export { type MessageNote, messagesOfParty } from "./party.ts";
export { type SendInput, send } from "./send.ts";
export { messageText } from "./templates.ts";
