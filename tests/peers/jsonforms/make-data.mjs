// SPDX-License-Identifier: GPL-3.0-or-later
// Makes up data for a schema: mostly what it asks for, at any place something else; and translations.
import { LayoutMaker } from './make-layout.mjs';

const KEYS = ['key.label', 'key.description', 'own.label', 'group.label', '组', 'key.error.minLength', 'error.required', 'error.type',
              'key.甲', 'a.label', 'kind.error.required', 'three', 'key.x', 'x1y2.甲', '甲', 'b.x', 'key.text', 'own.text', 'x',
              'a.error.type', 'root.label', 'key.sub.label', 'a.b.label', 'key.error.custom', 'error.enum', '.label', 'T'];

export class Maker extends LayoutMaker {
  fill (root, schema, depth) {
    const s = this.follow(root, schema);
    if (this.maybe(0.15) || s === undefined || typeof s !== 'object' || depth < 0)
      return this.value();
    if (s.const !== undefined || s.enum)
      return s.enum ? this.pick(s.enum) : s.const;
    const parts = s.oneOf ?? s.anyOf ?? s.allOf;
    if (parts && !s.properties)
      return this.fill(root, this.pick(parts), depth - 1);
    switch (Array.isArray(s.type) ? this.pick(s.type) : s.type) {
      case 'string': return this.word();
      case 'integer': return this.below(20);
      case 'number': return this.below(80) / 4;
      case 'boolean': return this.maybe(0.5);
      case 'null': return null;
      case 'array': return this.list(this.below(4), () => this.fill(root, s.items, depth - 1));
      default: return this.members(root, s, depth);
    }
  }

  members (root, schema, depth) {
    const known = Object.keys(schema.properties ?? {}).filter(() => this.maybe(0.7))
      .map((name) => [name, this.fill(root, schema.properties[name], depth - 1)]);
    return Object.fromEntries(this.maybe(0.15) ? [...known, [this.name(), this.value()]] : known);
  }

  dictionary () {
    if (!this.maybe(0.3))
      return undefined;
    return Object.fromEntries(KEYS.filter(() => this.maybe(0.5)).map((key) => [key, `<${key}>`]));
  }

  // Now and then the whole is no object.
  data (root) {
    return this.list(3, () => this.maybe(0.05) ? this.value() : this.members(root, this.follow(root, root), 5));
  }
}
