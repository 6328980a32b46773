// SPDX-License-Identifier: GPL-3.0-or-later
// Walks a layout as JSON Forms' bindings do and says what its core computes of each element.
import * as core from '@jsonforms/core';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

// As core's createAjv(), but for the draft that our schemas are written in, unless they say another.
function createAjv (schema) {
  if (String(schema.$schema).includes('draft-07'))
    return core.createAjv({ logger: false });
  const ajv = new Ajv2020({
    allErrors: true, verbose: true, strict: false, addUsedSchema: false, logger: false,
  });
  addFormats(ajv);
  return ajv;
}

// @words: translations by key, or undefined for none.
function createState (schema, layout, data, words) {
  const translate = (key, fallback) => Object.hasOwn(words ?? {}, key) ? words[key] : fallback;
  return {
    jsonforms: {
      core: core.coreReducer(undefined, core.init(data, schema, layout, { ajv: createAjv(schema) })),
      config: core.configReducer(undefined, { type: 'none' }),
      uischemas: [],
      i18n: { locale: 'en', translate, translateError: core.defaultErrorTranslator },
    },
  };
}

// "#/properties/a" in row 2 of list "b" is "/b/2/a".
const toPointer = (path) => path === '' ? ''
  : '/' + path.split('.').map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');

const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

// Which of core's three mappers a renderer set takes for this control's choices.
function chooseOptions (state, own, props) {
  const items = props.schema.items && core.resolveSchema(props.schema, 'items', props.rootSchema);
  if (props.schema.uniqueItems === true && isRecord(items) && (items.enum || core.isOneOfEnumSchema(items)))
    return core.mapStateToMultiEnumControlProps(state, own).options;
  if (core.isOneOfEnumSchema(props.schema))
    return core.mapStateToOneOfEnumControlProps(state, own).options;
  if (core.isEnumSchema(props.schema))
    return core.mapStateToEnumControlProps(state, own).options;
  return undefined;
}

// A message only where a translation gives one: ajv's English words are not ours.
function describeError (state, own, error) {
  const say = (translate) => state.jsonforms.i18n.translateError(error, translate, own.uischema);
  const words = say(state.jsonforms.i18n.translate);
  const untranslated = words === say((_key, fallback) => fallback);
  return { keyword: error.keyword, ...(!untranslated && { error: words }) };
}

// JSON Forms passes over alternatives inside of which something is referred to; we do not.
function refersInside (props, member) {
  const inner = member?.$ref ? core.resolveSchema(props.rootSchema, member.$ref, props.rootSchema) : member;
  return JSON.stringify(inner ?? null).includes('"$ref"');
}

function findAlternative (state, own, props) {
  if (core.isOneOfEnumSchema(props.schema) || props.data === undefined ||
      [...(props.schema.oneOf ?? []), ...(props.schema.anyOf ?? [])].some((member) => refersInside(props, member)))
    return undefined;
  if (props.schema.oneOf)
    return core.mapStateToOneOfProps(state, own).indexOfFittingSchema;
  return props.schema.anyOf ? core.mapStateToAnyOfProps(state, own).indexOfFittingSchema : undefined;
}

function describeControl (state, own, node) {
  const props = core.mapStateToControlProps(state, own);
  const resolved = core.resolveSchema(own.schema, own.uischema.scope, props.rootSchema);
  const errors = core.getErrorAt(props.path, resolved)(state);
  const options = chooseOptions(state, own, props);
  return {
    props,
    line: {
      node, type: own.uischema.type, scope: own.uischema.scope ?? null, path: toPointer(props.path),
      label: props.label ?? null, description: props.description ?? null,
      required: props.required, visible: props.visible, enabled: props.enabled,
      readonly: props.readonly,
      errors: errors.map((error) => describeError(state, own, error)),
      options: Array.isArray(options) ? options : null,
      ...(findAlternative(state, own, props) !== undefined &&
          { alternative: findAlternative(state, own, props) }),
    },
  };
}

function describeBox (state, own, node) {
  const props = own.uischema.type === 'Label' ? core.mapStateToLabelProps(state, own) : {};
  const layout = core.mapStateToLayoutProps(state, own);
  return {
    props: layout,
    line: {
      node, type: own.uischema.type, scope: null, path: null,
      label: (own.uischema.type === 'Label' ? props.text : layout.label) ?? null,
      description: null, required: false, visible: layout.visible, enabled: layout.enabled,
      readonly: layout.readonly, errors: [], options: null,
    },
  };
}

// The layout inside a row or an object: the control's own detail; core makes others up.
function findDetail (uischema) {
  const detail = uischema.options?.detail;
  return isRecord(detail) && typeof detail.type === 'string' ? detail : undefined;
}

function walkDetail (state, own, node, props, shown, lines) {
  const detail = findDetail(own.uischema);
  const below = { uischema: detail, enabled: props.enabled, readonly: props.readonly };
  const rootSchema = state.jsonforms.core.schema;
  if (detail === undefined)
    return;
  if (core.isObjectArray({ ...own.uischema, type: 'Control' }, own.schema, { rootSchema })) {
    const schema = core.resolveSchema(props.schema, 'items', rootSchema);
    for (let i = 0; Array.isArray(props.data) && i < props.data.length; i++)
      walkElement(state, { ...below, schema, path: core.composePaths(props.path, `${i}`) },
                  `${node}/options/detail`, shown, lines);
  } else if (core.hasType(props.schema, 'object')) {
    walkElement(state, { ...below, schema: props.schema, path: props.path },
                `${node}/options/detail`, shown, lines);
  }
}

function walkElement (state, own, node, parentShown, lines) {
  const control = ['Control', 'ListWithDetail'].includes(own.uischema.type) || typeof own.uischema.scope === 'string';
  const { props, line } = (control ? describeControl : describeBox)(state, own, node);
  // A renderer that is not visible renders nothing of what it holds.
  line.visible = parentShown && line.visible;
  lines.push(line);
  if (control) {
    walkDetail(state, own, node, props, line.visible, lines);
    return;
  }
  (own.uischema.elements ?? []).forEach((uischema, i) => walkElement(
    state,
    { uischema, schema: own.schema, path: own.path, enabled: props.enabled, readonly: props.readonly },
    `${node}/elements/${i}`, line.visible, lines));
}

// One line for each element in the layout's order; rows with a detail have theirs after the list.
export function walk (schema, layout, data, words) {
  const state = createState(schema, layout, data, words);
  const lines = [];
  walkElement(state, { uischema: layout, schema, path: '' }, '', true, lines);
  return lines;
}

export const makeLayout = (schema) => core.generateDefaultUISchema(schema);
