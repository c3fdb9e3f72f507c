/** One evaluation of one model: the values of its elements for given inputs, each computed once. */
import { compileExpr, type EvaluateOptions } from "../feel/eval/compile.ts";
import type { Meter } from "../feel/limits.ts";
import { type FeelFunction, tagged, type Value } from "../feel/value.ts";
import { lower, lowerFunction } from "./lower.ts";
import type { Decision, DmnModel, Drg, InputData, Knowledge, Reference, Service } from "./model.ts";
import { asFunction, lambda } from "./native.ts";
import type { DmnProblem, Report } from "./problem.ts";
import { asTyped } from "./typed.ts";
import { coerced, typeExprOf, unfolded } from "./types.ts";

export interface Shared {
  readonly options: EvaluateOptions;
  readonly problems: DmnProblem[];
}

/** What is wrong is told this many times; what keeps going wrong in a loop need not be told more often. */
const PROBLEMS_MAX = 100;

type Names = Map<string, Value>;

/** An element, the session of its model, and the imports that lead there. */
interface Found {
  readonly session: Session;
  readonly element: Drg;
  readonly path: readonly string[];
}

export class Session {
  readonly model: DmnModel;
  readonly #inputs: ReadonlyMap<string, Value>;
  readonly #shared: Shared;
  readonly #report: Report;
  readonly #decided = new Map<string, Value | "deciding">();
  readonly #functions = new Map<string, FeelFunction>();
  readonly #imported = new Map<string, Session>();

  constructor(model: DmnModel, inputs: ReadonlyMap<string, Value>, shared: Shared) {
    this.model = model;
    this.#inputs = inputs;
    this.#shared = shared;
    this.#report = (line, message, hint) => {
      const { problems } = shared;
      if (problems.length < PROBLEMS_MAX) problems.push({ file: model.file, line, message, hint });
    };
  }

  /** The value of an element. @throws FeelLimitError */
  valueOf(element: Drg, meter: Meter): Value {
    switch (element.kind) {
      case "input":
        return this.#input(element);
      case "decision":
        return this.#decision(element, meter);
      case "knowledge":
      case "service":
        return this.#function(element);
    }
  }

  #given(element: InputData | Decision): Value | undefined {
    const own = this.#inputs.get(element.name);
    return own === undefined ? this.#inputs.get(element.variable) : own;
  }

  #input(element: InputData): Value {
    return asTyped(this.#given(element) ?? null, element.type, element.line, this.#report);
  }

  /** A value given for a decision stands in its place. */
  #decision(decision: Decision, meter: Meter): Value {
    const known = this.#decided.get(decision.id);
    if (known === "deciding") {
      this.#report(decision.line, `the decision \`${decision.name}\` requires itself`, "it counts as null");
      return null;
    }
    if (known !== undefined) return known;
    this.#decided.set(decision.id, "deciding");
    try {
      const given = this.#given(decision);
      const raw = given === undefined ? this.#decide(decision, meter) : given;
      const value = asTyped(raw, decision.type, decision.line, this.#report);
      this.#decided.set(decision.id, value);
      return value;
    } catch (error) {
      // Past a limit there is no value, and the decision does not require itself.
      this.#decided.delete(decision.id);
      throw error;
    }
  }

  #decide({ requires, logic }: Decision, meter: Meter): Value {
    const scope = this.#scope(requires, meter, () => true);
    const code = compileExpr(lambda([], lower(logic, this.#report)), this.#shared.options);
    return asFunction(code(scope))?.call([], meter) ?? null;
  }

  #function(element: Knowledge | Service): FeelFunction {
    const known = this.#functions.get(element.id);
    if (known !== undefined) return known;
    const made = element.kind === "service" ? this.#service(element) : this.#knowledge(element);
    this.#functions.set(element.id, made);
    return made;
  }

  /** The scope is filled when the function is first called: functions may require one another. */
  #knowledge(element: Knowledge): FeelFunction {
    const { logic, requires, name } = element;
    if (logic === null) return { kind: "function", name, parameters: [], types: [], call: () => null };
    const scope: Names = new Map();
    const expr = lowerFunction({ ...logic, result: element.type }, this.#report);
    const fn = asFunction(compileExpr(expr, this.#shared.options)(scope));
    let filled = false;
    return {
      kind: "function",
      name,
      parameters: fn?.parameters ?? [],
      types: fn?.types ?? [],
      call: (args, meter) => {
        if (!filled) {
          filled = true;
          scope.set(element.variable, this.#function(element));
          for (const [key, value] of this.#scope(requires, meter, isInvocable)) scope.set(key, value);
        }
        return fn?.call(args, meter) ?? null;
      },
    };
  }

  /** The values that requirements bring in; those of an imported model under the import's name. */
  #scope(requires: readonly Reference[], meter: Meter, wanted: (element: Drg) => boolean): Names {
    const scope: Names = new Map();
    for (const reference of requires) {
      const found = this.#find(reference);
      if (found === null)
        this.#report(
          reference.line,
          `nothing with the id \`${reference.id}\``,
          "require what the model holds",
        );
      else if (wanted(found.element))
        place(scope, found.path, found.element.variable, found.session.valueOf(found.element, meter));
    }
    return scope;
  }

  /** Models already looked through are left out: several imports may lead to one. */
  #find(reference: Reference, seen: Set<string> = new Set()): Found | null {
    const { namespace, id } = reference;
    seen.add(this.model.namespace);
    if (namespace === null || namespace === this.model.namespace) {
      const element = this.model.elements.get(id);
      return element === undefined ? null : { session: this, element, path: [] };
    }
    for (const { name, model } of this.model.imports) {
      if (seen.has(model.namespace)) continue;
      const found = this.#import(name, model).#find(reference, seen);
      if (found !== null) return { ...found, path: name === "" ? found.path : [name, ...found.path] };
    }
    return null;
  }

  /** The session of an imported model; its inputs are given in a context under the import's name. */
  #import(name: string, model: DmnModel): Session {
    const key = `${name}\n${model.namespace}`;
    const known = this.#imported.get(key);
    if (known !== undefined) return known;
    const given = tagged(this.#inputs.get(name) ?? null);
    const own = given?.kind === "context" ? given.entries : new Map<string, Value>();
    const made = new Session(model, name === "" ? this.#inputs : own, this.#shared);
    this.#imported.set(key, made);
    return made;
  }

  /** A service as a function of its input data and input decisions, in this order. */
  #service(service: Service): FeelFunction {
    const parameters = [...service.inputData, ...service.inputDecisions].flatMap(
      (reference) => this.#find(reference) ?? [],
    );
    return {
      kind: "function",
      name: service.name,
      parameters: parameters.map(({ element }) => element.variable),
      types: parameters.map(({ element }) => (element.type === null ? null : typeExprOf(element.type))),
      call: (args, meter) => {
        if (args.length !== parameters.length) return null;
        const inputs: Names = new Map();
        for (const [i, { element, path }] of parameters.entries()) {
          const value = args[i] ?? null;
          const fit = element.type === null ? value : coerced(value, element.type);
          if (fit === undefined)
            this.#report(
              service.line,
              `the argument \`${element.name}\` has the wrong type`,
              "it counts as null",
            );
          place(inputs, path, element.name, fit ?? null);
        }
        return this.#serve(service, new Session(this.model, inputs, this.#shared), meter);
      },
    };
  }

  /** The value of its single output, else a context of all. */
  #serve(service: Service, inside: Session, meter: Meter): Value {
    const outputs = inside.#outputs(service, meter);
    const [only] = outputs.values();
    const value: Value = outputs.size === 1 ? (only ?? null) : { kind: "context", entries: outputs };
    const declared = service.type === null ? null : unfolded(service.type);
    const type = declared?.kind === "function" ? declared.result : service.type;
    return asTyped(value, type, service.line, this.#report);
  }

  #outputs(service: Service, meter: Meter): Names {
    const outputs: Names = new Map();
    for (const reference of service.outputs) {
      const found = this.#find(reference);
      if (found !== null) outputs.set(found.element.variable, found.session.valueOf(found.element, meter));
    }
    return outputs;
  }

  /** The value of a service for the inputs of this session. @throws FeelLimitError */
  serve(service: Service, meter: Meter): Value {
    return this.#serve(service, this, meter);
  }
}

const isInvocable = ({ kind }: Drg): boolean => kind === "knowledge" || kind === "service";

/** Puts a value under the names that lead to it, inside contexts. */
function place(names: Names, path: readonly string[], name: string, value: Value): void {
  const [first, ...rest] = path;
  if (first === undefined) {
    names.set(name, value);
    return;
  }
  const there = tagged(names.get(first) ?? null);
  const inside: Names = new Map(there?.kind === "context" ? there.entries : []);
  place(inside, rest, name, value);
  names.set(first, { kind: "context", entries: inside });
}
