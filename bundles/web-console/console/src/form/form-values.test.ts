// SPDX-License-Identifier: Apache-2.0
import i18n from 'i18next';
import { expect, it } from 'vitest';
import { ApiError } from '../api/http';
import { wordErrors } from '../components/form-errors';
import { field, gadget } from '../testing/sample-metadata';
import { emptyValues, inFormOrder, missingRequired, toBody, valuesOf, visibleInputs, withValue } from './form-values';

const inputs = gadget.fields.filter(({ create }) => create);
const names = (fields: readonly { name: string }[]): string[] => fields.map(({ name }) => name);

it('begins with what is usual', () => {
  const fields = [field('kind', { default: 'plain' }), field('on', { type: 'boolean', default: true }), field('text')];
  expect(emptyValues(fields)).toEqual({ kind: 'plain', on: true, text: '' });
});

it('sends everything of a thing back as the server takes it', () => {
  const thing = {
    id: 1,
    name: 'Pump',
    size: 4,
    limited: true,
    limit: 0,
    labels: [{ id: 7, representation: 'Roof' }],
    variables: [{ id: 3, name: 'apn', variableValue: 'internet', representation: 'apn' }],
  };
  expect(toBody(inputs, valuesOf(inputs, thing))).toEqual({
    name: 'Pump',
    size: 4,
    secret: null,
    limited: true,
    limit: 0,
    labels: [7],
    variables: [{ name: 'apn', variableValue: 'internet' }],
  });
});

it('sends no number that was mistyped as another one', () => {
  const size = [field('size', { type: 'integer' })];
  expect(['12', '', ' ', '1.5', 'x', '1e99'].map((text) => toBody(size, { size: text }).size)).toEqual([
    12,
    null,
    ' ',
    '1.5',
    'x',
    '1e99',
  ]);
});

it('leaves one thing out or names its id', () => {
  const template = [field('template', { type: 'one' })];
  expect(toBody(template, valuesOf(template, { template: { id: 4, representation: 'x' } }))).toEqual({ template: 4 });
  expect(toBody(template, valuesOf(template, {}))).toEqual({ template: null });
});

it('hides what its switch switches off, and does not send it', () => {
  const off = { ...emptyValues(inputs), limit: '3' };
  expect(names(visibleInputs(inputs, off))).not.toContain('limit');
  expect(toBody(inputs, off)).not.toHaveProperty('limit');
  const on = { ...off, limited: true };
  expect(names(visibleInputs(inputs, on))).toContain('limit');
  expect(toBody(inputs, on).limit).toBe(3);
});

it('names what is missing where it is missing', () => {
  const values = { ...emptyValues(inputs), limited: true, variables: [{ name: '', variableValue: '' }] };
  const missing = missingRequired(visibleInputs(inputs, values), values, i18n.t);
  expect(Object.keys(missing).sort()).toEqual(['limit', 'name', 'variables.0.name']);
});

it('asks first what a thing is called, and last for lists', () => {
  expect(names(inFormOrder(inputs))).toEqual(['name', 'size', 'secret', 'limit', 'labels', 'limited', 'variables']);
});

it('puts the messages of the server at the fields, however deep, and the others on top', () => {
  const errors = {
    errors: [{ message: 'validation.extraFields', parameters: { extra_fields: 'x' } }],
    children: {
      name: { errors: [{ message: 'validation.uniqueEntity' }] },
      variables: { children: { 0: { children: { name: { errors: [{ message: 'validation.required' }] } } } } },
      unseen: { errors: [{ message: 'validation.required' }] },
    },
  };
  const failure = new ApiError(400, { message: 'validation.failed', errors });
  expect(wordErrors(failure, names(inputs), i18n.t)).toEqual({
    form: ['The server does not know this: x', 'unseen: This is required.'],
    lines: {},
    fields: { name: 'This is used already.', 'variables.0.name': 'This is required.' },
  });
});

it('asks for what another choice needs, and for nothing else', () => {
  const fields = [
    field('source', { type: 'enum' }),
    field('address', { acceptedIf: 'source', acceptedIfValue: 'external', requiredIf: 'source', requiredIfValue: 'external' }),
  ];
  const external = { source: 'external', address: '' };
  expect(names(visibleInputs(fields, external))).toEqual(['source', 'address']);
  expect(Object.keys(missingRequired(fields, external, i18n.t))).toEqual(['address']);
  expect(toBody(fields, { source: 'upload', address: 'left over' })).toEqual({ source: 'upload' });
});

it('asks for as many as there must be', () => {
  const fields = [field('types', { type: 'many', minimumCount: 2 })];
  expect(missingRequired(fields, { types: [] }, i18n.t)).toEqual({ types: 'This is required.' });
  expect(missingRequired(fields, { types: [{ id: 1 }] }, i18n.t)).toEqual({ types: 'Choose at least 2.' });
  expect(missingRequired(fields, { types: [{ id: 1 }, { id: 2 }] }, i18n.t)).toEqual({});
});

it('says nothing of a stored secret unless it was typed anew', () => {
  const fields = [field('password', { sensitive: true, kept: true }), field('note', { kept: true })];
  expect(toBody(fields, { password: '', note: '' })).toEqual({ note: null });
  expect(toBody(fields, { password: 'new', note: 'x' })).toEqual({ password: 'new', note: 'x' });
});

it('forgets a choice that depended on another one', () => {
  const fields = [field('deviceType', { type: 'one' }), field('template', { type: 'one', choices: 'options/templates/{deviceType}' })];
  const before = { deviceType: [{ id: 1 }], template: [{ id: 9 }] };
  expect(withValue(fields, before, 'deviceType', [{ id: 2 }])).toEqual({ deviceType: [{ id: 2 }], template: [] });
  expect(withValue(fields, before, 'template', [])).toEqual({ deviceType: [{ id: 1 }], template: [] });
});

it('remembers which line of a text is wrong', () => {
  const errors = { children: { content: { errors: [{ message: 'validation.config.twigInvalid', parameters: { line: 3, error: 'no end' } }] } } };
  const worded = wordErrors(new ApiError(400, { errors }), ['content'], i18n.t);
  expect(worded).toEqual({ form: [], fields: { content: 'Line 3: no end' }, lines: { content: 3 } });
});
