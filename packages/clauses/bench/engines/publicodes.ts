/** publicodes: rules with French mechanisms, evaluated in a situation. Its numbers are JavaScript's. */
import Publicodes from "publicodes";
import { parse } from "yaml";
import type { Claim } from "../claim.ts";
import { answerOf, type Engine, engine } from "./engine.ts";

const RULES = `
admission:
effet:
total:
base:
majeur:
hors liste:
antécédent:
déjà versé:
délai:
  durée:
    depuis: effet
    jusqu'à: admission
  unité: jour
dans la liste: total - base - majeur - hors liste
taux dans la liste:
  variations:
    - si: antécédent
      alors: 0.4
    - sinon: 0.8
taux hors liste:
  variations:
    - si: antécédent
      alors: 0.3
    - sinon: 0.6
part dans la liste:
  valeur: dans la liste - 15000
  plancher: 0
part hors liste:
  valeur: hors liste - 15000
  plancher: 0
plafond annuel:
  valeur: 1500000 - déjà versé
  plancher: 0
prestation:
  applicable si: délai > 30 jour
  valeur:
    arrondi: 2 décimales
    valeur:
      plafond: plafond annuel
      valeur: part dans la liste * taux dans la liste + part hors liste * taux hors liste
`;

const day = (iso: string): string => iso.split("-").reverse().join("/");

const situation = (c: Claim) => ({
  admission: day(c.入院日期),
  effet: day(c.生效日期),
  total: c.医疗总费用,
  base: c.基本医保已付,
  majeur: c.大病保险已付,
  "hors liste": c.目录外费用,
  antécédent: c.既往症 ? "oui" : "non",
  "déjà versé": c.本年已赔,
});

export function publicodes(): Engine {
  const rules = new Publicodes(parse(RULES));
  return engine(
    "publicodes",
    500,
    (claim) => rules.setSituation(situation(claim)).evaluate("prestation").nodeValue,
    answerOf,
  );
}
