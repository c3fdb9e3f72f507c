import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { z } from "zod";
import type { InstitutionId } from "../kernel/ids.ts";
import type { CoreMessage } from "./contract.ts";
import type { AnswerKind } from "./model.ts";
import { fits, signatureOf, signedLines } from "./sign.ts";

type Message = z.output<typeof CoreMessage>;

/** What the simulated core made of an instruction. */
export interface Known {
  readonly willRefuse: boolean;
  /** How often it did what it was told: once, however often it was told. */
  applied: number;
  said: AnswerKind;
}

interface Options {
  readonly institutionId: InstitutionId;
  readonly secret: string;
  readonly chance: () => number;
  readonly now: () => Date;
}

/** A core that loses what comes and what goes, delays, refuses and repeats, as `chance` (0 to 1) has it. */
export class SimulatedCore {
  readonly known = new Map<string, Known>();
  /** Signed messages on their way to us. */
  readonly underway: Message[] = [];
  readonly wrongSignatures: string[] = [];
  private server: Server | undefined;
  private serial = 0;

  private readonly options: Options;

  constructor(options: Options) {
    this.options = options;
  }

  async listen(): Promise<string> {
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (part: Buffer) => {
        body += part.toString("utf8");
      });
      request.on("end", () => {
        const timestamp = String(request.headers["x-goodfaith-timestamp"]);
        const signature = String(request.headers["x-goodfaith-signature"]);
        if (!fits(signature, signatureOf(this.options.secret, [timestamp, body])))
          this.wrongSignatures.push(signature);
        response.statusCode = this.receive(JSON.parse(body)) ? 202 : 503;
        response.end();
      });
    });
    this.server = server;
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/instructions`;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** False where the message was lost on its way, or the answer on the way back. */
  private receive({ instructionId }: { instructionId: string }): boolean {
    const { chance } = this.options;
    if (chance() < 0.3) return false;
    const known = this.known.get(instructionId);
    if (known) this.progress(instructionId, known);
    else this.begin(instructionId);
    return chance() > 0.2;
  }

  private begin(instructionId: string): void {
    const willRefuse = this.options.chance() < 0.25;
    const known: Known = { willRefuse, applied: 0, said: willRefuse ? "refused" : "acknowledged" };
    this.known.set(instructionId, known);
    this.say(instructionId, known.said);
  }

  /** Told again, it goes on where it was and says again what it said. */
  private progress(instructionId: string, known: Known): void {
    if (known.said === "acknowledged" && this.options.chance() < 0.6) {
      known.applied += 1;
      known.said = "settled";
    }
    this.say(instructionId, known.said);
  }

  private say(instructionId: string, answer: AnswerKind): void {
    const { chance, institutionId, secret, now } = this.options;
    this.serial += 1;
    const unsigned = {
      institutionId,
      messageId: `message-${this.serial}`,
      sentAt: now().toISOString(),
      answers: [
        {
          instructionId,
          answer,
          reference: `R${this.serial}`,
          reason: answer === "refused" ? "不符合规定" : "",
        },
      ],
    };
    const message = { ...unsigned, signature: signatureOf(secret, signedLines(unsigned)) };
    if (chance() < 0.3) return;
    this.underway.push(message);
    if (chance() < 0.3) this.underway.unshift(message);
  }
}
