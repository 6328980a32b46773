// SPDX-License-Identifier: GPL-3.0-or-later
// random.mjs FOLDER SEED NUMBER: makes up forms and data and writes them as cases with what JSON
// Forms says. The same seed gives the same cases.
import fs from 'node:fs';
import path from 'node:path';
import { walk } from './walk.mjs';

// mulberry32: small, and the same everywhere.
function createRandom (seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const NAMES = ['a', 'b', 'kind', 'first_name', 'lastName', 'house-no', 'x1y2', '身份证号', 'isURLOk', 'date_of_birth'];
const WORDS = ['', 'x', '甲', '乙', '周三', 'long text here', '2024-02-29', '2023-02-30', '12', 'a@b.cn'];
const KINDS = ['VerticalLayout', 'HorizontalLayout', 'Group'];
const EFFECTS = ['SHOW', 'HIDE', 'ENABLE', 'DISABLE', 'READONLY', 'WRITABLE'];

class Maker {
  constructor (seed) {
    this.random = createRandom(seed);
    this.used = new Set();
  }

  below (n) { return Math.floor(this.random() * n); }
  pick (list) { return list[this.below(list.length)]; }
  maybe (chance) { return this.random() < chance; }
  some (members) {
    return Object.fromEntries(Object.entries(members).filter(() => this.maybe(0.3)).map(([k, v]) => [k, v()]));
  }

  value () {
    return this.pick([
      () => this.pick(WORDS), () => this.below(5), () => this.below(100) / 4, () => this.maybe(0.5),
      () => null, () => [], () => ({}), () => [this.pick(WORDS), this.below(3)],
    ])();
  }

  // Schemas

  words () {
    return this.some({
      title: () => this.pick(WORDS), description: () => this.pick(WORDS.slice(1)),
      readOnly: () => this.maybe(0.7), i18n: () => this.pick(['key', 'key.sub']), default: () => this.value(),
    });
  }

  string () {
    return { type: this.maybe(0.15) ? ['string', 'null'] : 'string', ...this.words(), ...this.some({
      minLength: () => this.below(4), maxLength: () => this.below(8), pattern: () => this.pick(['^[0-9]+$', '[a-z]', '^甲']),
      format: () => this.pick(['date', 'email', 'time', 'uuid', 'ipv4']),
    }) };
  }

  number () {
    return { type: this.pick(['integer', 'number', ['number', 'null']]), ...this.words(), ...this.some({
      minimum: () => this.below(4), maximum: () => this.below(20), exclusiveMinimum: () => this.below(3),
      exclusiveMaximum: () => this.below(30), multipleOf: () => this.pick([1, 2, 0.5, 0.25]),
    }) };
  }

  choice () {
    return { ...this.words(), ...this.pick([
      () => ({ type: 'string', enum: ['甲', '乙', 'x'] }), () => ({ enum: [1, '1', true, null] }),
      () => ({ oneOf: [{ const: 'x', title: '叉' }, { const: '甲' }, { const: 3, title: 'Three', i18n: 'three' }] }),
      () => ({ const: this.pick(['x', 3, true, '']) }),
      () => ({ type: 'array', uniqueItems: true, items: { enum: ['甲', 'x', 12] } }),
      () => ({ type: 'array', uniqueItems: true, items: { oneOf: [{ const: 1, title: '一' }, { const: 'x' }] } }),
    ])() };
  }

  required (properties) {
    const names = Object.keys(properties).filter(() => this.maybe(0.4));
    return names.length > 0 ? { required: names } : {};
  }

  object (depth) {
    const properties = {};
    for (let i = 1 + this.below(4); i > 0; i--)
      properties[this.pick(NAMES)] = this.schema(depth - 1);
    return { type: 'object', ...this.words(), properties, ...this.required(properties), ...this.some({
      minProperties: () => this.below(3), additionalProperties: () => false,
    }) };
  }

  array (depth) {
    return { type: 'array', ...this.words(), items: this.maybe(0.7) ? this.object(depth - 1) : this.schema(depth - 1),
      ...this.some({ minItems: () => this.below(3), maxItems: () => this.below(3), uniqueItems: () => true,
                     contains: () => ({ type: 'string' }) }) };
  }

  combinator (depth) {
    const keyword = this.pick(['oneOf', 'anyOf', 'allOf']);
    const make = this.maybe(0.6) ? () => this.object(depth - 1) : () => this.pick([() => this.string(), () => this.number()])();
    return { ...this.words(), [keyword]: [make(), make()] };
  }

  schema (depth) {
    const simple = [() => this.string(), () => this.number(), () => ({ type: 'boolean', ...this.words() }), () => this.choice()];
    const deep = [() => this.object(depth), () => this.array(depth), () => this.combinator(depth),
                  () => ({ $ref: `#/$defs/${this.pick(['one', 'two'])}` }), () => ({ ...this.string(), not: { const: 'x' } })];
    return this.pick(depth > 0 ? [...simple, ...simple, ...deep] : simple)();
  }

  condition (scopes, depth) {
    const scope = this.maybe(0.05) ? '#/properties/nowhere' : this.pick(scopes);
    if (depth > 0 && this.maybe(0.25))
      return { type: this.pick(['AND', 'OR']), conditions: Array.from({ length: this.below(3) }, () => this.condition(scopes, depth - 1)) };
    if (this.maybe(0.25))
      return { type: 'LEAF', scope, expectedValue: this.value() };
    return { ...(this.maybe(0.95) && { scope }), schema: this.test(), ...(this.maybe(0.3) && { failWhenUndefined: true }) };
  }

  test () {
    return this.pick([
      () => ({ const: this.value() }), () => ({ enum: [this.value(), this.value()] }), () => ({ type: this.pick(['string', 'number', 'boolean', 'null', 'object', 'array']) }),
      () => ({ minLength: this.below(3) }), () => ({ minimum: this.below(3) }), () => ({ not: { const: this.value() } }),
      () => ({ required: [this.pick(NAMES)] }), () => ({ minItems: 1 }), () => ({ pattern: '[a-z甲]' }), () => this.maybe(0.5),
      () => ({ anyOf: [{ const: this.value() }, { type: 'string', minLength: 1 }] }),
    ])();
  }

  conditional (properties) {
    const [name, other] = [this.pick(Object.keys(properties)), this.pick(Object.keys(properties))];
    return { if: { properties: { [name]: this.test() }, ...(this.maybe(0.5) && { required: [name] }) },
             then: { ...(this.maybe(0.6) && { required: [other] }), ...(this.maybe(0.5) && { properties: { [other]: this.test() } }) },
             ...(this.maybe(0.3) && { else: { required: [this.pick(NAMES)] } }) };
  }

  root () {
    // What has no schema takes that of the whole form in JSON Forms, its readOnly and i18n too.
    const { readOnly, i18n, ...whole } = this.object(3);
    const schema = { ...whole, $defs: { one: this.object(1), two: this.pick([() => this.string(), () => this.choice()])() } };
    const [name, other] = [this.pick(Object.keys(schema.properties)), this.pick(Object.keys(schema.properties))];
    const dependent = { dependentSchemas: { [name]: { required: [other], ...(this.maybe(0.5) && { properties: { [other]: this.test() } }) } } };
    return { ...schema, ...(this.maybe(0.3) && this.conditional(schema.properties)), ...(this.maybe(0.15) && dependent),
             ...(this.maybe(0.15) && { allOf: [{ properties: { [name]: this.test() } }, this.conditional(schema.properties)] }) };
  }

  // Layouts

  follow (root, schema) { return schema?.$ref ? root.$defs[schema.$ref.slice('#/$defs/'.length)] : schema; }

  // Every scope below @schema that a control may name.
  collect (root, schema, base, depth, scopes) {
    const here = this.follow(root, schema);
    for (const [name, below] of Object.entries(here?.properties ?? {})) {
      const scope = `${base}/properties/${name}`;
      scopes.push(scope);
      if (depth > 0)
        this.collect(root, below, scope, depth - 1, scopes);
    }
    return scopes;
  }

  rule (scopes) {
    return this.maybe(0.35) && scopes.length > 0
      ? { rule: { effect: this.pick(EFFECTS), condition: this.condition(scopes, 2) } } : {};
  }

  options () {
    return this.maybe(0.25) ? { options: this.pick([{ readonly: true }, { readonly: false }, { readOnly: true }, { multi: true }, { format: 'radio' }]) } : {};
  }

  find (root, schema, scope) {
    return scope.split('/').slice(1).reduce((at, step) => this.follow(root, this.follow(root, at)?.[step]), schema);
  }

  detail (root, schema, depth) {
    const inner = this.follow(root, schema);
    const target = inner?.type === 'array' ? this.follow(root, inner.items) : inner;
    if (depth <= 0 || target?.type !== 'object' || !this.maybe(0.6))
      return {};
    return { options: { detail: this.box(root, target, depth - 1) } };
  }

  // Rows have one detail here, in JSON Forms one for each control that shows them: each is shown once.
  choose (root, schema, scopes) {
    const left = scopes.filter((scope) => !this.used.has(this.find(root, schema, scope)));
    const scope = this.pick(left.length > 0 ? left : ['#/properties/no_where']);
    const named = this.follow(root, this.find(root, schema, scope));
    if (named?.type === 'array' || named?.type === 'object')
      this.used.add(this.find(root, schema, scope));
    return scope;
  }

  control (root, schema, scopes, depth) {
    const scope = this.maybe(0.04) ? '#/properties/no_where' : this.choose(root, schema, scopes);
    const target = this.follow(root, this.find(root, schema, scope));
    const list = target?.type === 'array' && this.follow(root, target.items)?.type === 'object' && this.maybe(0.3);
    return { type: list ? 'ListWithDetail' : 'Control', scope, ...this.options(), ...this.detail(root, this.find(root, schema, scope), depth),
             ...this.rule(scopes), ...this.some({ label: () => this.pick(['标签', '', true, false, { text: 'T', show: false }, { show: true }, {}]),
                                                  i18n: () => this.pick(['key', 'own']) }) };
  }

  box (root, schema, depth) {
    const scopes = this.collect(root, schema, '#', 2, []);
    const elements = [];
    for (let i = 1 + this.below(4); i > 0; i--) {
      if (depth > 0 && this.maybe(0.3))
        elements.push(this.box(root, schema, depth - 1));
      else if (this.maybe(0.15))
        elements.push({ type: 'Label', text: this.pick(WORDS), ...this.rule(scopes) });
      else if (scopes.length > 0)
        elements.push(this.control(root, schema, scopes, depth));
    }
    return { type: this.pick(KINDS), elements, ...this.rule(scopes), ...this.options(),
             ...this.some({ label: () => this.pick(['组', '', false]), i18n: () => 'group' }) };
  }

  layout (root) {
    if (this.maybe(0.8))
      return this.box(root, root, 3);
    return { type: 'Categorization', elements: Array.from({ length: 1 + this.below(3) }, () => ({ ...this.box(root, root, 2), type: 'Category' })) };
  }

  // Data: mostly what the schema asks for.

  fill (root, schema, depth) {
    const s = this.follow(root, schema);
    if (this.maybe(0.15) || s === undefined || depth < 0)
      return this.value();
    if (s.const !== undefined || s.enum)
      return s.enum ? this.pick(s.enum) : s.const;
    const parts = s.oneOf ?? s.anyOf ?? s.allOf;
    if (parts)
      return this.fill(root, this.pick(parts), depth - 1);
    switch (Array.isArray(s.type) ? s.type[0] : s.type) {
      case 'string': return this.pick(WORDS);
      case 'integer': return this.below(20);
      case 'number': return this.below(80) / 4;
      case 'boolean': return this.maybe(0.5);
      case 'array': return Array.from({ length: this.below(4) }, () => this.fill(root, s.items, depth - 1));
      default: return Object.fromEntries(Object.keys(s.properties ?? {}).filter(() => this.maybe(0.7))
        .map((name) => [name, this.fill(root, s.properties[name], depth - 1)]));
    }
  }

  dictionary () {
    if (!this.maybe(0.3))
      return undefined;
    const keys = ['key.label', 'key.description', 'own.label', 'group.label', '组', 'key.error.minLength', 'error.required', 'error.type',
                  'key.甲', 'a.label', 'kind.error.required', 'three', 'key.x', 'x1y2.甲', '甲', 'b.x'];
    return Object.fromEntries(keys.filter(() => this.maybe(0.5)).map((key) => [key, `<${key}>`]));
  }
}

function write (folder, name, value) {
  if (value !== undefined)
    fs.writeFileSync(path.join(folder, name), JSON.stringify(value, null, 2) + '\n');
}

// JSON Forms and ajv refuse some made-up forms; those say nothing about us.
function makeCase (folder, seed) {
  const maker = new Maker(seed);
  const schema = maker.root();
  const layout = maker.layout(schema);
  const words = maker.dictionary();
  const data = [maker.fill(schema, schema, 5), maker.fill(schema, schema, 5)]
    .map((value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {});
  let states;
  try {
    states = data.map((value) => walk(schema, layout, value, words));
  } catch {
    return false;
  }
  const place = path.join(folder, `seed-${seed}`);
  fs.mkdirSync(place, { recursive: true });
  write(place, 'schema.json', schema);
  write(place, 'layout.json', layout);
  write(place, 'words.json', words);
  data.forEach((value, i) => {
    write(place, `data-${i}.json`, value);
    fs.writeFileSync(path.join(place, `state-${i}.jsonl`), states[i].map((line) => JSON.stringify(line) + '\n').join(''));
  });
  return true;
}

const [folder, first, number] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
let made = 0;
for (let seed = first; seed < first + number; seed++)
  made += makeCase(folder, seed) ? 1 : 0;
console.log(`${made} of ${number} made-up forms from seed ${first} on`);
