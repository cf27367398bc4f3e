// schemas/openapi.yaml as the tests read it: its operations, values that are as it says, and values
// that are not.
import { readFileSync } from 'node:fs';

const methods = ['get', 'post', 'put', 'delete'];

export class Contract {
  #document;
  #ajv;
  #checks = new Map();

  constructor(file, { Ajv, yaml }) {
    this.#document = yaml.parse(readFileSync(file, 'utf8'));
    this.#ajv = new Ajv({ strict: false, allErrors: true });
    this.#ajv.addSchema({ $id: 'contract', components: this.#document.components });
    this.operations = Object.entries(this.#document.paths).flatMap(([path, item]) =>
      methods.filter((method) => item[method]).map((method) => this.#read(path, item, method)));
  }

  /// Follows references, one after the other.
  plain(value) {
    let found = value;
    while (found?.$ref) {
      found = found.$ref.slice(2).split('/').reduce((at, name) => at[name], this.#document);
    }
    return found;
  }

  /// What is wrong with a value; empty where nothing is. Members that the schema does not name are
  /// wrong too, so that an answer holds nothing that is not in the file.
  faults(schema, value, extra_allowed = false) {
    const key = JSON.stringify(schema);
    if (!this.#checks.has(key)) {
      const absolute = JSON.parse(key.replaceAll('"#/', '"contract#/'));
      this.#checks.set(key, this.#ajv.compile(absolute));
    }
    const check = this.#checks.get(key);
    const faults = check(value) ? []
      : check.errors.map((error) => `${error.instancePath} ${error.message}`);
    return extra_allowed ? faults : faults.concat(this.#unnamed(schema, value, ''));
  }

  /// All members of an object schema, those of allOf and of each of oneOf too; nothing for a map of
  /// anything.
  members(schema) {
    const plain = this.plain(schema);
    const of_all = [...plain.allOf ?? [], ...plain.oneOf ?? []].map((part) => this.members(part) ?? {});
    return plain.properties || of_all.length > 0
      ? Object.assign({}, ...of_all, plain.properties) : undefined;
  }

  /// A value as the schema says, with every member. `values`: what stands where, by member name.
  example(schema, values, name = '') {
    const plain = this.plain(schema);
    if (Object.hasOwn(values, name)) {
      return values[name];
    }
    if (plain.enum) {
      return plain.enum[0];
    }
    switch (plain.type) {
      case 'object':
        return Object.fromEntries(Object.entries(this.members(schema) ?? {})
          .map(([member, of]) => [member, this.example(of, values, member)]));
      case 'array':
        return [this.example(plain.items, values, name)];
      case 'integer':
      case 'number':
        return plain.minimum ?? 1;
      case 'boolean':
        return false;
      default:
        return plain.pattern ? `no example of ${name}` : 'Hội nghị';
    }
  }

  /// Copies of a good value, each wrong in one place: [what is wrong, the value].
  wrongs(schema, good, put = (value) => value, place = '') {
    const plain = this.plain(schema);
    const all = wrong_scalars(plain, good).map(([why, value]) => [`${place || '/'} ${why}`, put(value)]);
    if (plain.type === 'array' && good.length > 0) {
      all.push(...this.wrongs(plain.items, good[0], (value) => put([value]), `${place}/0`));
    }
    if (plain.type !== 'object') {
      return all;
    }
    for (const member of plain.required ?? []) {
      const { [member]: _, ...rest } = good;
      all.push([`${place}/${member} is missing`, put(rest)]);
    }
    if (plain.additionalProperties === false) {
      all.push([`${place}/khong-co is unknown`, put({ ...good, 'khong-co': 1 })]);
    }
    for (const [member, of] of Object.entries(this.members(schema) ?? {})) {
      if (Object.hasOwn(good, member)) {
        all.push(...this.wrongs(of, good[member], (value) => put({ ...good, [member]: value }),
          `${place}/${member}`));
      }
    }
    return all;
  }

  #unnamed(schema, value, place) {
    const plain = this.plain(schema);
    if (Array.isArray(value)) {
      return value.flatMap((one, i) => plain.items ? this.#unnamed(plain.items, one, `${place}/${i}`) : []);
    }
    const ways = plain.oneOf?.filter((one) => this.members(one)) ?? [];
    if (ways.length > 1) { // as that of which the fewest are missing
      const all = ways.map((one) => this.#unnamed(one, value, place));
      return all.reduce((best, one) => one.length < best.length ? one : best);
    }
    const members = this.members(schema);
    if (value === null || typeof value !== 'object' || !members) {
      return [];
    }
    return Object.entries(value).flatMap(([name, one]) => members[name]
      ? this.#unnamed(members[name], one, `${place}/${name}`)
      : plain.additionalProperties ? [] : [`${place}/${name} is not in the file`]);
  }

  #read(path, item, method) {
    const written = item[method];
    const parameters = [...(item.parameters ?? []), ...(written.parameters ?? [])]
      .map((parameter) => this.plain(parameter));
    const [type, content] = Object.entries(written.requestBody?.content ?? {})[0] ?? [];
    const responses = Object.fromEntries(Object.entries(written.responses).map(([status, response]) => {
      const [of_type, body] = Object.entries(this.plain(response).content ?? {})[0] ?? [];
      return [status, { type: of_type, schema: body?.schema }];
    }));
    return {
      id: written.operationId,
      method: method.toUpperCase(),
      path,
      open: (written.security ?? [0]).length === 0,
      at: (place) => parameters.filter((parameter) => parameter.in === place),
      body: type && { type, schema: content.schema, required: written.requestBody.required },
      responses,
    };
  }
}

/// Values of one place that its schema refuses.
export function wrong_scalars(schema, good) {
  const wrongs = [];
  const is_text = schema.type === 'string';
  wrongs.push(['is of another type', is_text || schema.enum ? 7 : schema.type === 'object' ? [] : 'ba']);
  wrongs.push(['is null', null]);
  if (schema.enum || schema.pattern) {
    wrongs.push(['is none of those', 'khong-co']);
  }
  if (schema.maxLength) {
    wrongs.push(['is too long', 'ă'.repeat(schema.maxLength + 1)]);
  }
  if (schema.minLength) {
    wrongs.push(['is too short', 'a'.repeat(schema.minLength - 1)]);
  }
  if (schema.maximum !== undefined) {
    wrongs.push(['is too large', schema.maximum + 1]);
  }
  if (schema.minimum !== undefined) {
    wrongs.push(['is too small', schema.minimum - 1]);
  }
  if (schema.type === 'integer') {
    wrongs.push(['is no whole number', 1.5]);
  }
  if (schema.minItems) {
    wrongs.push(['has too few', []]);
  }
  if (schema.maxItems) {
    wrongs.push(['has too many', Array(schema.maxItems + 1).fill(good[0])]);
  }
  return wrongs;
}
