// SPDX-License-Identifier: GPL-3.0-or-later
// Makes up schemas: every keyword that JSON Forms or its validator reads, in any place.
import { Dice } from './dice.mjs';

const FORMATS = ['date', 'email', 'time', 'uuid', 'ipv4', 'date-time', 'duration', 'uri', 'hostname', 'json-pointer', 'regex'];
const TYPES = ['string', 'number', 'boolean', 'null', 'object', 'array', 'integer'];

export class SchemaMaker extends Dice {
  words () {
    return this.some({
      title: () => this.word(), description: () => this.pick(['x', '说明', 'long text here']),
      readOnly: () => this.maybe(0.7), i18n: () => this.pick(['key', 'key.sub', '']), default: () => this.value(),
    });
  }

  string () {
    return { type: this.maybe(0.15) ? ['string', 'null'] : 'string', ...this.words(), ...this.some({
      minLength: () => this.below(4), maxLength: () => this.below(8), pattern: () => this.pick(['^[0-9]+$', '[a-z]', '^甲']),
      format: () => this.pick(FORMATS),
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
      () => ({ enum: this.list(1 + this.below(3), () => this.value()).filter((one, i, all) =>
        all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === i) }),
      () => ({ oneOf: [{ const: 'x', title: '叉' }, { const: '甲' }, { const: 3, title: 'Three', i18n: 'three' }] }),
      () => ({ type: 'string', oneOf: [{ const: 'x', title: '' }, { const: '甲', i18n: '' }, { const: null }, { const: { a: 1 } }] }),
      () => ({ const: this.value() }), () => ({ oneOf: [{ const: this.value() }] }),
      () => ({ type: 'array', uniqueItems: true, items: { enum: ['甲', 'x', 12] } }),
      () => ({ type: 'array', uniqueItems: true, items: { $ref: '#/$defs/two' } }),
      () => ({ type: 'array', uniqueItems: true, items: { oneOf: [{ const: 1, title: '一' }, { const: 'x' }] } }),
    ])() };
  }

  required (properties) {
    const names = Object.keys(properties).filter(() => this.maybe(0.4));
    if (this.maybe(0.08))
      names.push(...[this.name()].filter((name) => !names.includes(name)));
    return names.length > 0 ? { required: names } : {};
  }

  properties (depth) {
    const properties = {};
    for (let i = 1 + this.below(4); i > 0; i--)
      properties[this.name()] = this.schema(depth - 1);
    return properties;
  }

  object (depth) {
    const properties = this.properties(depth);
    return { ...(this.maybe(0.9) && { type: this.maybe(0.1) ? ['object', 'null'] : 'object' }), ...this.words(), properties,
      ...this.required(properties), ...(this.maybe(0.3) && this.pick([
        () => ({ minProperties: this.below(3) }), () => ({ additionalProperties: this.pick([false, { type: 'string' }]) }),
        () => ({ patternProperties: { '^[a-k]': this.test() } }), () => ({ propertyNames: { maxLength: 4 } }),
        () => ({ maxProperties: this.below(3) }), () => ({ unevaluatedProperties: false }),
        () => ({ dependentRequired: { [this.name()]: [this.name()] } }),
      ])()) };
  }

  array (depth) {
    const items = this.maybe(0.7) ? this.object(depth - 1) : this.schema(depth - 1);
    return { ...(this.maybe(0.9) && { type: 'array' }), ...this.words(), items,
      ...(this.maybe(0.1) && { prefixItems: [this.schema(depth - 2), this.string()], ...(this.maybe(0.5) && { items: this.maybe(0.2) }) }),
      ...this.some({ minItems: () => this.below(3), maxItems: () => this.below(3), uniqueItems: () => true,
                     unevaluatedItems: () => false, minContains: () => this.below(3), maxContains: () => this.below(3),
                     contains: () => ({ type: 'string' }) }) };
  }

  combinator (depth) {
    const keyword = this.pick(['oneOf', 'anyOf', 'allOf']);
    const make = this.pick([
      () => this.object(depth - 1), () => this.pick([() => this.string(), () => this.number()])(),
      () => this.pick([() => this.object(depth - 1), () => this.string(), () => ({ type: 'null' }), () => this.reference(),
                       () => this.array(depth - 1)])(),
    ]);
    const properties = this.maybe(0.3) ? this.properties(depth - 1) : undefined;
    return { ...this.words(), ...(properties && { type: 'object', properties, ...this.required(properties) }),
             [keyword]: this.list(1 + this.below(3), make) };
  }

  // A way round through the schema itself is one that JSON Forms may not come back from: "tree" has
  // one that ends.
  reference () {
    const name = this.pick(['one', 'two', 'tree', 'chain']);
    return { $ref: `#/$defs/${name}`, ...(this.maybe(0.25) && this.words()), ...(this.maybe(0.1) && this.test()) };
  }

  schema (depth) {
    const simple = [() => this.string(), () => this.number(), () => ({ type: 'boolean', ...this.words() }), () => this.choice()];
    const deep = [() => this.object(depth), () => this.array(depth), () => this.combinator(depth), () => this.reference(),
                  () => ({ ...this.string(), not: { const: 'x' } }), () => ({ ...this.object(depth), ...this.conditional(this.properties(1)) }),
                  () => this.odd()];
    return this.pick(depth > 0 ? [...simple, ...simple, ...deep] : simple)();
  }

  // What takes anything or nothing, or more types than one.
  odd () {
    return this.pick([
      () => ({}), () => true, () => ({ type: ['string', 'number', 'null'], ...this.words() }), () => ({ type: 'null', ...this.words() }),
      () => ({ title: this.word(), description: this.word() }), () => ({ type: ['object', 'array', 'string'], properties: { a: this.string() } }),
      () => ({ type: 'object', ...this.words() }), () => ({ type: 'array', ...this.words() }),
    ])();
  }

  // Of a value
  test () {
    return this.pick([
      () => ({ const: this.value() }), () => ({ enum: [this.word(), this.below(4)] }), () => ({ type: this.pick(TYPES) }),
      () => ({ minLength: this.below(3) }), () => ({ minimum: this.below(3) }), () => ({ not: { const: this.value() } }),
      () => ({ required: [this.name()] }), () => ({ minItems: 1 }), () => ({ pattern: '[a-z甲]' }), () => this.maybe(0.5),
      () => ({ anyOf: [{ const: this.value() }, { type: 'string', minLength: 1 }] }),
      () => ({ type: [this.pick(TYPES.slice(0, 3)), 'null'] }), () => ({}),
      () => ({ properties: { [this.name()]: { const: this.value() } }, ...(this.maybe(0.5) && { required: [this.name()] }) }),
      () => ({ contains: { const: this.word() } }), () => ({ allOf: [{ type: 'string' }, { maxLength: 3 }] }),
      () => ({ oneOf: [{ type: 'string' }, { const: 3 }, { minLength: 2 }] }), () => ({ items: { type: 'string' } }),
      () => ({ if: { type: 'string' }, then: { minLength: 2 }, else: { type: 'number' } }), () => ({ format: this.pick(FORMATS) }),
      () => ({ $ref: '#/$defs/t', $defs: { t: { type: 'string' } } }), () => ({ maxProperties: 1 }), () => ({ uniqueItems: true }),
    ])();
  }

  conditional (properties) {
    const [name, other] = [this.pick(Object.keys(properties)), this.pick(Object.keys(properties))];
    return { if: { properties: { [name]: this.plainTest() }, ...(this.maybe(0.5) && { required: [name] }) },
             then: { ...(this.maybe(0.6) && { required: [other] }),
                     ...(this.maybe(0.5) && { properties: { [other]: this.plainTest() } }),
                     ...(this.maybe(0.2) && { properties: { [this.name()]: this.string() } }) },
             ...(this.maybe(0.3) && { else: { required: [this.name()] } }) };
  }

  // One that stands in the form's schema refers to nothing of its own. Of a field that is `false` JSON
  // Forms says what the whole's readOnly says.
  plainTest () {
    const test = this.test();
    if (test === false)
      return { not: {} };
    return test.$ref ? { type: 'string' } : test;
  }

  root () {
    const whole = this.maybe(0.9) ? this.object(3) : { ...this.combinator(3), ...(this.maybe(0.5) && { type: 'object' }) };
    const properties = whole.properties ?? this.properties(2);
    const [name, other] = [this.pick(Object.keys(properties)), this.pick(Object.keys(properties))];
    const $defs = {
      one: this.object(1), two: this.pick([() => this.string(), () => this.choice()])(),
      tree: { type: 'object', properties: { name: this.string(), [this.name()]: { type: 'array', items: { $ref: '#/$defs/tree' } } },
              ...(this.maybe(0.4) && { required: ['name'] }) },
      chain: { $ref: '#/$defs/two', ...(this.maybe(0.3) && this.words()) },
    };
    const dependent = { dependentSchemas: { [name]: { required: [other], ...(this.maybe(0.5) && { properties: { [other]: this.plainTest() } }) } } };
    if ($defs.two.items?.$ref)
      delete $defs.two.items;
    const made = { ...whole, ...(this.maybe(0.95) && !whole.oneOf && !whole.anyOf && { properties }), $defs,
                   ...(this.maybe(0.3) && this.conditional(properties)),
                   ...(this.maybe(0.15) && whole.unevaluatedProperties === undefined && dependent),
                   ...(this.maybe(0.15) && { allOf: [{ properties: { [name]: this.plainTest() } }, this.conditional(properties),
                                                     ...(this.maybe(0.3) ? [this.reference()] : [])] }) };
    return this.vary(made);
  }

  // The same said in another way: by a reference, one to a property, in an older draft.
  vary ({ $defs, ...whole }) {
    const names = Object.keys(whole.properties ?? {}).filter((name) => !whole.properties[name]?.$ref);
    if (names.length > 0 && this.maybe(0.15)) {
      const $ref = `#/properties/${this.pick(names).replaceAll('~', '~0').replaceAll('/', '~1')}`;
      return { ...whole, $defs, properties: { ...whole.properties, again: { $ref, ...this.words() } } };
    }
    if (this.maybe(0.06))
      return { $ref: '#/$defs/whole', ...this.some({ title: () => '全', description: () => 'y' }), $defs: { ...$defs, whole } };
    if (this.maybe(0.1))
      return { $schema: 'http://json-schema.org/draft-07/schema#', ...whole, $defs };
    return { ...whole, $defs };
  }
}
