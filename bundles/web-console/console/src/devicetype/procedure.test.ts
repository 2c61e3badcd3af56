// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { field } from '../testing/sample-metadata';
import { grouped, groupOf, isForType, type Procedure } from './procedure';

const procedure: Procedure = {
  communicationProcedureRequirementsRequired: ['hasTemplates'],
  communicationProcedureRequirementsOptional: ['hasConfig1'],
  procedureSettings: [{ name: 'token', label: 'Token', type: 'text', required: true, secret: true }],
};
const type = { communicationProcedure: 'mine', authenticationMethod: 'basic', hasGsm: true, hasVpn: true };

it.each([
  ['hasTemplates', true],
  ['hasConfig1', true],
  ['hasConfig2', false],
  ['hasVpn', true],
  ['masqueradeType', false],
  ['configMinRsrp', true],
  ['credentialsSource', true],
  ['deviceTypeSecretCredential', false],
  ['procedureSettings', true],
  ['name', true],
])('asks for %s only where it means something: %s', (name, expected) => {
  expect(isForType(name, type, procedure, false)).toBe(expected);
});

it('asks nothing about calls of devices that never call, and nothing that use has fixed', () => {
  expect(isForType('routePrefix', { communicationProcedure: 'none' }, procedure, false)).toBe(false);
  expect(isForType('credentialsSource', { ...type, authenticationMethod: 'none' }, procedure, false)).toBe(false);
  expect(isForType('name', type, procedure, true)).toBe(false);
  expect(isForType('procedureSettings', type, { ...procedure, procedureSettings: [] }, false)).toBe(false);
});

it('puts the fields under headings', () => {
  expect(['icon', 'routePrefix', 'hasFirmware2', 'formatConfig1', 'hasRequestConfig', 'hasGsm', 'fieldImsi'].map(groupOf)).toEqual([
    'identity',
    'calls',
    'firmware',
    'configs',
    'more',
    'more',
    'facts',
  ]);
  const fields = ['fieldImsi', 'icon', 'name'].map((name) => field(name));
  expect(grouped(fields).map((group) => [group.name, group.fields.map(({ name }) => name)])).toEqual([
    ['identity', ['name', 'icon']],
    ['facts', ['fieldImsi']],
  ]);
});
