// SPDX-License-Identifier: GPL-3.0-or-later
// Chance from a seed: the same seed throws the same.

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

// Plain names, names that are words of a schema or of a path, and names that have to be escaped. Not
// among them: what JSON Forms itself loses its way with, since it writes places with points between
// the steps, decodes one "~0" of a place, leaves out empty steps and "#", and finds the members that
// its language's own objects and lists have ("constructor", "length").
const PLAIN = ['a', 'b', 'kind', 'first_name', 'lastName', 'house-no', 'x1y2', '身份证号', 'isURLOk', 'date_of_birth'];
const STRANGE = ['properties', 'items', 'oneOf', 'then', 'else', 'required', 'type', 'a/b', '99',
                 '100%', 'a%20b', 'a b', '住 址', 'title', 'anyOf', '/', 'É', '"', "it's", 'allOf', 'x_y-z 9'];
const WORDS = ['', 'x', '甲', '乙', '周三', 'long text here', '2024-02-29', '2023-02-30', '12', 'a@b.cn'];

export class Dice {
  constructor (seed) {
    this.random = createRandom(seed);
    this.strange = this.maybe(0.35);
  }

  below (n) { return Math.floor(this.random() * n); }
  pick (list) { return list[this.below(list.length)]; }
  maybe (chance) { return this.random() < chance; }
  some (members) {
    return Object.fromEntries(Object.entries(members).filter(() => this.maybe(0.3)).map(([k, v]) => [k, v()]));
  }

  name () {
    if (!this.strange || !this.maybe(0.5))
      return this.pick(PLAIN);
    const tilde = !this.tilde && this.maybe(0.1);
    this.tilde ||= tilde;
    return tilde ? 'a~b' : this.pick(STRANGE);
  }
  word () { return this.pick(WORDS); }
  list (n, make) { return Array.from({ length: n }, () => make()); }

  value () {
    return this.pick([
      () => this.word(), () => this.below(5), () => this.below(100) / 4, () => this.maybe(0.5),
      () => null, () => [], () => ({}), () => [this.word(), this.below(3)], () => ({ [this.name()]: this.word() }),
    ])();
  }
}
