// Determines which branches of a schema a value uses: each property, each member of an enumeration,
// each alternative. A branch that no test value uses is dead or untested.

const children = (part, path) => [
  ...(part.enum ?? []).map((value) => [`${path} = ${value}`, {}]),
  ...(part.anyOf ?? []).map((one, place) => [`${path} (${one.const ?? one.$ref?.split("/").at(-1) ?? one.properties?.code?.const ?? one.type ?? ""}${place})`, one]),
  ...Object.entries(part.properties ?? {}).map(([key, one]) => [`${path}.${key}`, one]),
  ...(part.items ? [[`${path}[]`, part.items]] : []),
];

/** All branches of a schema's definitions. */
export function branches(schema) {
  const all = new Set();
  const walk = (part, path) => {
    for (const [name, one] of children(part, path)) {
      all.add(name);
      walk(one, name);
    }
  };
  for (const [name, definition] of Object.entries(schema.$defs)) walk(definition, name);
  return all;
}

/** The branches that a value of the given definition uses. Throws if the value does not match; ajv reports why. */
export function taken(schema, name, value) {
  const LEAVES = {
    null: (value) => value === null,
    string: (value, { pattern }) => typeof value === "string" && (!pattern || new RegExp(pattern).test(value)),
    boolean: (value) => typeof value === "boolean",
    integer: Number.isInteger,
  };
  /** The branches, or null if the value does not match. */
  const fits = (part, value, path) => {
    const under = (name, one, value) => fits(one, value, name)?.concat(name) ?? null;
    const all = (lists) => (lists.includes(null) ? null : lists.flat());
    const named = Object.fromEntries(children(part, path).map(([name, one]) => [name, one]));
    if (part.$ref) return fits(schema.$defs[part.$ref.split("/").at(-1)], value, part.$ref.split("/").at(-1));
    if (part.anyOf) {
      const fitting = Object.entries(named).map(([name, one]) => under(name, one, value)).filter(Boolean);
      return fitting.length ? fitting.flat() : null;
    }
    if (part.enum) return part.enum.includes(value) ? [`${path} = ${value}`] : null;
    if ("const" in part) return part.const === value ? [] : null;
    if (part.type === "array") return Array.isArray(value) ? all(value.map((one) => under(`${path}[]`, part.items, one))) : null;
    if (part.type === "object") {
      if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
      if (!part.required.every((key) => key in value) || !Object.keys(value).every((key) => key in part.properties)) return null;
      return all(Object.entries(value).map(([key, one]) => under(`${path}.${key}`, part.properties[key], one)));
    }
    return !part.type || LEAVES[part.type](value, part) ? [] : null;
  };
  const found = fits({ $ref: `#/$defs/${name}` }, value, "");
  if (!found) throw new Error(`not a ${name}: ${JSON.stringify(value).slice(0, 300)}`);
  return found;
}
