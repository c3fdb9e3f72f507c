/** The requirements graph: input data, decisions, business knowledge models, decision services. */
import type { Drg, Knowledge, Reference, Service } from "./model.ts";
import { readFunction, readInside } from "./readBoxed.ts";
import { type Around, nameOf, type Reading } from "./reading.ts";
import { typeRef } from "./readTypes.ts";
import type { DmnType } from "./types.ts";
import { attribute, child, childrenNamed, type Element } from "./xml.ts";

const KINDS: Readonly<Record<string, Drg["kind"]>> = {
  inputData: "input",
  decision: "decision",
  businessKnowledgeModel: "knowledge",
  decisionService: "service",
};

interface Entry {
  readonly kind: Drg["kind"];
  readonly element: Element;
  readonly id: string;
  readonly variable: string;
}

/** Every element with a name, by id. */
export function readDrg(root: Element, reading: Reading): ReadonlyMap<string, Drg> {
  const entries = root.children.flatMap((element): Entry[] => {
    const kind = KINDS[element.name];
    if (kind === undefined) return [];
    const written = child(element, "variable");
    const variable = (written === undefined ? "" : nameOf(written)) || nameOf(element);
    return [{ kind, element, variable, id: attribute(element, "id") || `${kind} ${nameOf(element)}` }];
  });
  const byId = new Map(entries.map((entry) => [entry.id, entry] as const));
  const own = attribute(root, "namespace");
  const around = (requires: readonly Reference[]): Around => namesOf(requires, byId, reading);
  return new Map(entries.map((entry) => [entry.id, readElement(entry, { reading, around, own })] as const));
}

interface Graph {
  readonly reading: Reading;
  readonly around: (requires: readonly Reference[]) => Around;
  /** The model's own namespace. */
  readonly own: string;
}

function readElement({ kind, element, id, variable }: Entry, graph: Graph): Drg {
  const { reading } = graph;
  const type = typeRef(child(element, "variable"), reading);
  const base = { id, name: nameOf(element), variable, type, line: element.line };
  switch (kind) {
    case "input":
      return { kind, ...base };
    case "decision": {
      const requires = requirements(element, graph);
      return { kind, ...base, requires, logic: readInside(element, graph.around(requires), reading) };
    }
    case "knowledge":
      return { kind, ...base, ...knowledgeParts(element, variable, type, graph) };
    case "service":
      return { kind, ...base, ...serviceParts(element, graph) };
  }
}

const REQUIRED: ReadonlySet<string> = new Set(["requiredDecision", "requiredInput", "requiredKnowledge"]);

const requirements = (element: Element, graph: Graph): readonly Reference[] =>
  element.children
    .filter(({ name }) => name === "informationRequirement" || name === "knowledgeRequirement")
    .flatMap(({ children }) => children.filter(({ name }) => REQUIRED.has(name)))
    .map((required) => reference(required, graph));

/** What an `href` points at: `#id`, or `namespace#id`. */
function reference(element: Element, { own }: Graph): Reference {
  const href = attribute(element, "href").trim();
  const at = href.lastIndexOf("#");
  const namespace = at > 0 ? href.slice(0, at) : own;
  return { namespace: namespace === own ? null : namespace, id: href.slice(at + 1), line: element.line };
}

/** The names that requirements bring into an expression. */
function namesOf(
  requires: readonly Reference[],
  byId: ReadonlyMap<string, Entry>,
  { imports }: Reading,
): Around {
  return [
    ...requires.flatMap(({ namespace, id }) => (namespace === null ? (byId.get(id)?.variable ?? []) : [])),
    ...imports.map(({ name }) => name),
  ];
}

function knowledgeParts(
  element: Element,
  variable: string,
  type: DmnType | null,
  graph: Graph,
): Pick<Knowledge, "requires" | "logic"> {
  const requires = requirements(element, graph);
  const logic = child(element, "encapsulatedLogic");
  if (logic === undefined) return { requires, logic: null };
  // A function may call itself without saying so.
  const names = [...graph.around(requires), variable];
  return { requires, logic: readFunction(logic, names, type, graph.reading) };
}

function serviceParts(
  element: Element,
  graph: Graph,
): Pick<Service, "outputs" | "inputDecisions" | "inputData"> {
  const all = (name: string): readonly Reference[] =>
    childrenNamed(element, name).map((found) => reference(found, graph));
  return {
    outputs: all("outputDecision"),
    inputDecisions: all("inputDecision"),
    inputData: all("inputData"),
  };
}
