/** Reads DMN models. */
import type { DmnModel, Drg, Import, Reference } from "./model.ts";
import { parseSlots } from "./parseSlots.ts";
import { DmnError, type DmnProblem } from "./problem.ts";
import { readDrg } from "./readDrg.ts";
import { nameOf, Reading } from "./reading.ts";
import { readItems } from "./readTypes.ts";
import { attribute, childrenNamed, type Element, readXml } from "./xml.ts";

/** A model that another one imports. */
export interface ImportRequest {
  readonly namespace: string;
  readonly name: string;
  /** The `locationURI`, if the model gives one. */
  readonly location: string | null;
}

/** A text and the file it comes from. */
export interface DmnSource {
  readonly file: string;
  readonly xml: string;
}

export interface ReadOptions {
  /** Names the model in problems. */
  readonly file?: string;
  /** Finds imported models; null where there is none. Without it, a model that imports another is an error. */
  readonly resolve?: (request: ImportRequest) => DmnSource | null;
}

/** The namespaces of DMN 1.1 to 1.6. */
const NAMESPACE =
  /^https?:\/\/www\.omg\.org\/spec\/DMN\/(?:20151101\/dmn\.xsd|20180521\/MODEL\/|20191111\/MODEL\/|20211108\/MODEL\/|20230324\/MODEL\/|20240513\/MODEL\/)$/u;

/** Models that import models that import models. */
const IMPORT_DEPTH_MAX = 20;

/**
 * Reads a model. What is unreadable inside it (an expression, a type) is among its `problems` and counts as
 * null. @throws DmnError where the text is no XML, no DMN, too large, or imports what cannot be found
 */
export function readDmn(xml: string, options: ReadOptions = {}): DmnModel {
  return readSource({ xml, file: options.file ?? "model" }, { options, read: new Map() }, []);
}

/** The namespace that a model gives itself: what others import it by. @throws DmnError */
export const namespaceOfDmn = (xml: string, file = "model"): string =>
  attribute(readXml(xml, file), "namespace");

/** One reading: a model that several others import is read once. */
interface Sources {
  readonly options: ReadOptions;
  readonly read: Map<string, DmnModel>;
}

function readSource({ xml, file }: DmnSource, sources: Sources, above: readonly string[]): DmnModel {
  const root = readXml(xml, file);
  const problems: DmnProblem[] = [];
  if (root.name !== "definitions" || !NAMESPACE.test(root.namespace))
    throw new DmnError([
      {
        file,
        line: root.line,
        message: `<${root.name}> is no DMN model`,
        hint: "write DMN 1.2 to 1.5 <definitions>",
      },
    ]);
  const report = (line: number, message: string, hint: string): void => {
    problems.push({ file, line, message, hint });
  };
  const namespace = attribute(root, "namespace");
  const imports = readImports(root, file, sources, [...above, namespace]);
  const reading = new Reading(imports, attribute(root, "expressionLanguage"), report);
  for (const { model } of imports) noteNames(model, reading);
  readItems(root, reading);
  const elements = readDrg(root, reading);
  noteOutputs(elements, reading);
  parseSlots(reading);
  problems.sort((a, b) => a.line - b.line);
  return {
    file,
    name: attribute(root, "name"),
    namespace,
    items: reading.items,
    elements,
    imports,
    everywhere: reading.everywhere,
    problems: [...new Set(imports.flatMap(({ model }) => model.problems)), ...problems],
  };
}

function readImports(
  root: Element,
  file: string,
  sources: Sources,
  above: readonly string[],
): readonly Import[] {
  const problems: DmnProblem[] = [];
  const found = childrenNamed(root, "import").flatMap((element) => {
    if (!NAMESPACE.test(attribute(element, "importType"))) return [];
    const namespace = attribute(element, "namespace");
    const refuse = (message: string, hint: string): [] => {
      problems.push({ file, line: element.line, message, hint });
      return [];
    };
    if (above.includes(namespace) || above.length > IMPORT_DEPTH_MAX)
      return refuse(`the import of \`${namespace}\` comes back to itself`, "import in one direction only");
    const name = nameOf(element);
    const known = sources.read.get(namespace);
    if (known !== undefined) return [{ name, model: known }];
    const location = attribute(element, "locationURI");
    const source =
      sources.options.resolve?.({ namespace, name, location: location === "" ? null : location }) ?? null;
    if (source === null)
      return refuse(`no model with the namespace \`${namespace}\``, "put the imported model beside this one");
    const model = readSource(source, sources, above);
    sources.read.set(namespace, model);
    return [{ name, model }];
  });
  if (problems.length > 0) throw new DmnError(problems);
  return found;
}

/** The names that an imported model brings along: they stand after the import's name, or after a dot. */
function noteNames(model: DmnModel, reading: Reading): void {
  for (const name of model.everywhere) reading.everywhere.add(name);
  for (const { variable, name } of model.elements.values()) {
    reading.everywhere.add(variable);
    reading.everywhere.add(name);
  }
}

/** The names of a service's outputs and parameters, which its callers write. */
function noteOutputs(elements: ReadonlyMap<string, Drg>, reading: Reading): void {
  const note = (reference: Reference): void => {
    const found = elements.get(reference.id);
    if (found !== undefined) reading.everywhere.add(found.variable);
  };
  for (const element of elements.values()) {
    if (element.kind !== "service") continue;
    for (const list of [element.outputs, element.inputData, element.inputDecisions]) list.forEach(note);
  }
}
