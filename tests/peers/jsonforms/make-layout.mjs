// SPDX-License-Identifier: GPL-3.0-or-later
// Makes up layouts for a schema: scopes of every kind, right ones and such that lead nowhere, rules
// of every kind, and parts that are not as they should be.
import { SchemaMaker } from './make-schema.mjs';

const KINDS = ['VerticalLayout', 'HorizontalLayout', 'Group'];
const EFFECTS = ['SHOW', 'HIDE', 'ENABLE', 'DISABLE', 'READONLY', 'WRITABLE'];

const encode = (name) => name.replaceAll('~', '~0').replaceAll('/', '~1');
const decode = (step) => step.replaceAll('~1', '/').replaceAll('~0', '~');

export class LayoutMaker extends SchemaMaker {
  constructor (seed) {
    super(seed);
    this.used = new Set();
    this.detailed = this.maybe(0.6);
  }

  follow (root, schema) {
    for (let i = 0; schema?.$ref && i < 5; i++)
      schema = schema.$ref.split('/').slice(1).reduce((at, step) => at?.[decode(step)], root);
    return schema;
  }

  // Every scope below @schema that a control may name: also through combinators, by their place or
  // as if they were not there.
  collect (root, schema, base, depth, scopes) {
    const here = this.follow(root, schema);
    if (here === undefined || here === null || typeof here !== 'object' || depth < 0)
      return scopes;
    for (const [name, below] of Object.entries(here.properties ?? {})) {
      const scope = `${base}/properties/${encode(name)}`;
      scopes.push(scope);
      // JSON Forms takes a property of this name that has others in it for the keyword.
      if (!['then', 'else'].includes(name))
        this.collect(root, below, scope, depth - 1, scopes);
    }
    for (const keyword of ['oneOf', 'anyOf', 'allOf'])
      (here[keyword] ?? []).forEach((part, i) => {
        this.collect(root, part, base, depth - 1, scopes);
        if (this.maybe(0.3))
          this.collect(root, part, `${base}/${keyword}/${i}`, depth - 1, scopes);
      });
    for (const keyword of ['then', 'else'])
      if (here[keyword])
        this.collect(root, here[keyword], this.maybe(0.3) ? `${base}/${keyword}` : base, depth - 1, scopes);
    return scopes;
  }

  nowhere () {
    if (!this.detailed && this.maybe(0.2))
      return this.pick(['#', '#/', '']);
    return this.pick(['#/properties/no_where', '#/properties/a/properties/no_where', '#/properties', '/properties/a',
                      'properties/a', 'a', '#/properties/a%20b', '#/$defs/one', '#/$defs/two', '#/properties/a/items',
                      '#/properties/a/items/properties/b', '#/properties/a/0/b', '#/properties/items/items/0', '##/properties/a',
                      '#/properties/a/', '#/properties/a~2', '#/allOf/0/properties/a', '#/oneOf/0/properties/a']);
  }

  // Conditions

  condition (scopes, depth) {
    const scope = scopes.length === 0 || this.maybe(0.08) ? this.nowhere() : this.pick(scopes);
    if (depth > 0 && this.maybe(0.25))
      return { type: this.pick(['AND', 'OR']), conditions: this.list(this.below(3), () => this.condition(scopes, depth - 1)) };
    if (this.maybe(0.25))
      return { type: 'LEAF', scope, ...(this.maybe(0.93) && { expectedValue: this.value() }) };
    if (this.maybe(0.03))
      return this.pick([{}, { scope }, { type: 'NOT', scope }, { type: 'SCHEMA_BASED', scope, schema: {} }]);
    return { ...(this.maybe(0.95) && { scope }), schema: this.test(),
             ...(this.maybe(0.3) && { failWhenUndefined: this.pick([true, true, true, false, 1, 'no', 0]) }) };
  }

  rule (scopes) {
    const effect = this.maybe(0.02) ? this.pick(['NONE', 'show', undefined]) : this.pick(EFFECTS);
    return this.maybe(0.35) ? { rule: { effect, condition: this.condition(scopes, 2) } } : {};
  }

  options () {
    return this.maybe(0.25) ? { options: this.pick([
      { readonly: true }, { readonly: false }, { readOnly: true }, { readOnly: false }, { multi: true }, { format: 'radio' },
      { readonly: 'true' }, { readonly: 1, readOnly: true }, { readonly: null }, { readonly: true, readOnly: false }, { unknown: [] },
      { slider: true }, { toggle: true, placeholder: 'p' }, { showUnfocusedDescription: true }, {},
    ]) } : {};
  }

  // Controls

  find (root, schema, scope) {
    return scope.split('/').slice(1).reduce((at, step) => this.follow(root, this.follow(root, at)?.[decode(step)]), schema);
  }

  detail (root, schema, depth) {
    const inner = this.follow(root, schema);
    const target = inner?.type === 'array' ? this.follow(root, inner.items) : inner;
    if (!this.detailed || depth <= 0 || target?.type !== 'object' || (inner.type === 'array' && !this.maybe(0.6)))
      return {};
    return { options: { detail: this.box(root, target, depth - 1) } };
  }

  // Rows have one detail here, in JSON Forms one for each control that shows them: in forms that have
  // details each list is shown once, and no object as a whole. What has alternatives shows them.
  choose (root, schema, scopes) {
    const find = (scope) => this.follow(root, this.find(root, schema, scope));
    const place = (scope) => scope.replaceAll(/(oneOf|anyOf|allOf)\/\d+\//g, '').replaceAll(/(then|else)\//g, '');
    const left = scopes.filter((scope) => !this.used.has(find(scope)) && !(this.detailed && this.used.has(place(scope))) &&
      !(this.detailed && (find(scope)?.oneOf || find(scope)?.anyOf || find(scope)?.allOf)));
    const scope = left.length > 0 ? this.pick(left) : '#/properties/no_where';
    const named = find(scope);
    if (named?.type === 'array' || named?.type === 'object')
      this.used.add(named).add(place(scope));
    return scope;
  }

  label () {
    return this.pick([() => this.word(), () => '标签', () => true, () => false, () => ({ text: 'T', show: false }), () => ({ show: true }),
                      () => ({}), () => ({ text: 5, show: 'no' }), () => ({ text: 'U' }), () => 7, () => [], () => ({ text: '' })])();
  }

  control (root, schema, scopes, depth) {
    const scope = this.maybe(0.07) ? this.nowhere() : this.choose(root, schema, scopes);
    const named = this.find(root, schema, scope);
    const target = this.follow(root, named);
    const detail = scopes.includes(scope) ? this.detail(root, named, depth) : {};
    if (this.detailed && target?.properties && !detail.options)
      return this.leaf(scopes);
    const list = target?.type === 'array' && this.follow(root, target.items)?.type === 'object' && this.maybe(0.3);
    return { type: list ? 'ListWithDetail' : 'Control', scope, ...this.options(), ...detail,
             ...this.rule(scopes), ...this.some({ label: () => this.label(), i18n: () => this.pick(['key', 'own', '', 5]) }) };
  }

  // Boxes

  leaf (scopes) {
    return { type: 'Label', ...(this.maybe(0.95) && { text: this.word() }), ...this.rule(scopes), ...this.options(),
             ...this.some({ i18n: () => this.pick(['key', 'own', '']), label: () => '标签' }) };
  }

  // What is not as it should be, or not known.
  odd_element (root, schema, scopes, depth) {
    return this.pick([
      () => ({ type: 'Group' }), () => ({ type: 'VerticalLayout', elements: [] }), () => ({ type: 'Unknown', ...this.rule(scopes) }),
      () => ({ type: 'Unknown', label: 'U', elements: [this.control(root, schema, scopes, 0)], ...this.rule(scopes) }),
      () => ({ type: 'Control', ...this.rule(scopes) }), () => ({ type: 'Control', label: 'L', scope: this.nowhere() }),
      () => ({ type: 'Category', elements: [this.leaf(scopes)], ...this.rule(scopes) }),
      () => ({ type: 'Categorization', elements: [this.box(root, schema, depth - 1)], ...this.rule(scopes) }),
    ])();
  }

  box (root, schema, depth) {
    const scopes = this.collect(root, schema, '#', 2, []);
    const elements = [];
    for (let i = 1 + this.below(4); i > 0; i--) {
      if (depth > 0 && this.maybe(0.3))
        elements.push(this.box(root, schema, depth - 1));
      else if (this.maybe(0.15))
        elements.push(this.leaf(scopes));
      else if (this.maybe(0.06))
        elements.push(this.odd_element(root, schema, scopes, depth));
      else
        elements.push(this.control(root, schema, scopes, depth));
    }
    return { type: this.pick(KINDS), elements, ...this.rule(scopes), ...this.options(),
             ...this.some({ label: () => this.pick(['组', '', false, true, null, { text: 'T' }, 5, []]), i18n: () => this.pick(['group', '']) }) };
  }

  categories (root, depth) {
    const scopes = this.collect(root, root, '#', 1, []);
    return { type: 'Categorization', ...this.rule(scopes), ...(this.maybe(0.3) && { label: '类', options: { variant: 'stepper' } }),
             elements: this.list(1 + this.below(3), () => depth > 0 && this.maybe(0.15)
               ? this.categories(root, depth - 1) : { ...this.box(root, root, 2), type: 'Category' }) };
  }

  layout (root) {
    if (this.maybe(0.03))
      return this.control(root, root, this.collect(root, root, '#', 2, []), 2);
    return this.maybe(0.8) ? this.box(root, root, 3) : this.categories(root, 1);
  }
}
