// Writes docs/report.schema.json, the JSON Schema of the report, from the types in npm/index.d.ts.
// tests/node/types.test.mjs checks those types against every code. Run `node scripts/schema.mjs`
// after a change of the types. It uses the typescript in tests/node/node_modules.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const types = `${root}npm/index.d.ts`;
const place = `${root}docs/report.schema.json`;

/** Named string types that have a format of their own. */
const FORMS = {
  Time: { type: "string", pattern: "^-?\\d{4,}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$" },
  ColonHex: { type: "string", pattern: "^(-?[0-9A-F]{2}(:[0-9A-F]{2})*)?$" },
  DistinguishedName: { type: "string" },
  CertIndex: { type: "integer", minimum: 0 },
};

/** What the package's other functions and the command return, as `#/$defs/…`. */
const OTHERS = ["ServerResult", "LineResult", "Inspection", "RepairedChain", "ChainForClients", "OpenedLink"];

/** The schema as text, generated from the current types. */
export async function schema() {
  const ts = createRequire(`${root}tests/node/package.json`)("typescript");
  const program = ts.createProgram([types], { strict: true, exactOptionalPropertyTypes: true, lib: ["lib.es2022.d.ts", "lib.dom.d.ts"] });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(types);
  const named = new Map(
    file.statements.filter((s) => ts.isInterfaceDeclaration(s) || ts.isTypeAliasDeclaration(s)).map((s) => [s.name.text, s]),
  );
  const definitions = {};

  const comment = (symbol) => {
    const text = ts.displayPartsToString(symbol?.getDocumentationComment(checker) ?? []).replace(/\s+/g, " ").trim();
    return text ? { description: text } : {};
  };

  const reference = (name) => {
    if (!(name in definitions)) {
      definitions[name] = {}; // reserve the name: a type may contain itself
      const declaration = named.get(name);
      const form = FORMS[name] ?? ofNode(ts.isTypeAliasDeclaration(declaration) ? declaration.type : undefined, checker.getTypeAtLocation(declaration));
      definitions[name] = { ...comment(checker.getSymbolAtLocation(declaration.name)), ...form };
    }
    return { $ref: `#/$defs/${name}` };
  };

  // Uses the syntax if it names a type, to keep the types' names in the schema; otherwise the type
  // itself.
  function ofNode(node, type) {
    if (node && ts.isTypeReferenceNode(node) && named.has(node.typeName.getText())) return reference(node.typeName.getText());
    if (node && ts.isArrayTypeNode(node)) return { type: "array", items: ofNode(node.elementType, checker.getTypeFromTypeNode(node.elementType)) };
    if (node && ts.isParenthesizedTypeNode(node)) return ofNode(node.type, type);
    if (node && ts.isUnionTypeNode(node)) return ofUnion(node.types.map((part) => ofNode(part, checker.getTypeFromTypeNode(part))));
    return ofType(type);
  }

  function ofUnion(parts) {
    const flat = parts.flatMap((part) => part.anyOf ?? [part]);
    if (flat.every((part) => "const" in part || part.enum)) return { enum: flat.flatMap((part) => part.enum ?? [part.const]) };
    return flat.length === 1 ? flat[0] : { anyOf: flat };
  }

  function ofType(type) {
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.Null) return { type: "null" };
    if (type.flags & ts.TypeFlags.BooleanLike) return { type: "boolean" };
    if (type.flags & ts.TypeFlags.Unknown) return {};
    if (type.flags & ts.TypeFlags.String) return { type: "string" };
    if (type.flags & ts.TypeFlags.Number) return { type: "integer" };
    if (type.isUnion()) return ofUnion(type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined)).map(ofType));
    if (checker.isTupleType(type)) {
      const parts = checker.getTypeArguments(type);
      return { type: "array", items: ofType(parts[0]), minItems: parts.length, maxItems: parts.length };
    }
    if (checker.isArrayType(type)) return { type: "array", items: ofType(checker.getTypeArguments(type)[0]) };
    const properties = {};
    const required = [];
    for (const property of checker.getPropertiesOfType(type)) {
      const node = property.valueDeclaration?.type;
      // An intersection may have narrowed the property: then use the type.
      const own = property.declarations?.length === 1 ? node : undefined;
      properties[property.name] = { ...ofNode(own, checker.getTypeOfSymbol(property)), ...comment(property) };
      if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
    }
    if (required.length === 0 && Object.keys(properties).length === 0) throw new Error(`no schema for ${checker.typeToString(type)}`);
    return { type: "object", properties, required, additionalProperties: false };
  }

  const { $ref } = reference("Report");
  for (const name of OTHERS) reference(name);
  const sorted = Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1)));
  const whole = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "SSLEngine Doctor's report, version 1",
    $ref,
    $defs: sorted,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** The committed schema. */
export const kept = () => readFile(place, "utf8");

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(place, await schema());
