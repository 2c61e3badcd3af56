// SPDX-License-Identifier: Apache-2.0
import i18n from 'i18next';
import { expect, it } from 'vitest';
import { field, gadget } from '../testing/sample-metadata';
import { actionLabel, deleteEffects, formOf, massActions, needsDialog, pathFor, refusal, rowActions } from './actions';
import { denyReason, fieldLabel, humanise, listTitle } from './words';

it('finds what can be done with a row', () => {
  expect(rowActions('gadget', gadget).map(({ key, kind, method }) => [key, kind, method])).toEqual([
    ['edit', 'edit', 'POST'],
    ['content', 'show', 'GET'],
    ['enable', 'run', 'POST'],
    ['turnRound', 'run', 'POST'],
    ['downloadManual', 'download', 'GET'],
    ['delete', 'delete', 'DELETE'],
  ]);
});

it('copies by the form where the server has a reason against it but no call for it', () => {
  const meta = { ...gadget, denyKeys: ['duplicate'] };
  expect(rowActions('gadget', meta).find(({ key }) => key === 'duplicate')?.kind).toBe('copy');
  const own = { method: 'POST', path: 'gadget/{id}/duplicate', summary: 'Duplicate', inputs: [] };
  const duplicates = rowActions('gadget', { ...meta, routes: [...meta.routes, own] }).filter(({ key }) => key === 'duplicate');
  expect(duplicates.map(({ kind }) => kind)).toEqual(['run']);
});

it('leads from an entry of a log to the lines of its contact', () => {
  const meta = { ...gadget, fields: [...gadget.fields, { name: 'communicationLog', label: '', type: 'one' as const }] };
  expect(rowActions('configlog', meta).map(({ kind }) => kind)).toContain('lines');
});

it('finds what can be done with many rows', () => {
  expect(massActions('gadget', gadget).map(({ key }) => key)).toEqual(['labelsAdd', 'delete']);
});

it('asks before what cannot be taken back and for what is needed', () => {
  const asking = rowActions('gadget', gadget).filter(needsDialog);
  expect(asking.map(({ key }) => key)).toEqual(['turnRound', 'delete']);
});

it('puts the id into the path', () => {
  const [edit] = rowActions('gadget', gadget);
  expect(edit && pathFor(edit, 'a/b')).toBe('gadget/a%2Fb');
});

it('says why a row refuses an action', () => {
  const actions = rowActions('gadget', gadget);
  const reasons = (deny: Record<string, string>): (string | undefined)[] =>
    actions.map((action) => refusal(i18n.t, action, { id: 1, deny })).filter((reason) => reason !== undefined);
  expect(reasons({ delete: 'deny.gadget.inUse', enable: 'deny.gadget.alreadyEnabled' })).toEqual([
    'It is enabled already.',
    'It is in use.',
  ]);
  expect(denyReason(i18n.t, 'deny.gadget.tooHot2Touch')).toBe('Too hot 2 touch');
});

it('has words for what it knows and makes words of what it does not', () => {
  const labels = rowActions('gadget', gadget).map((action) => actionLabel(i18n.t, 'gadget', action));
  expect(labels).toEqual(['Edit', 'Show content', 'Enable', 'Turn it round', 'Manual', 'Delete']);
  expect(massActions('gadget', gadget).map((action) => actionLabel(i18n.t, 'gadget', action))).toEqual([
    'Add labels',
    'Delete',
  ]);
  expect(listTitle(i18n.t, 'accesstag', 'AccessTag')).toBe('Access tags');
  expect(listTitle(i18n.t, 'spacerocket', 'SpaceRocket')).toBe('Space rockets');
  expect(fieldLabel(i18n.t, 'gadget', { name: 'imei', label: 'Imei' })).toBe('IMEI');
  expect(fieldLabel(i18n.t, 'gadget', { name: 'thrust', label: 'Thrust in kN' })).toBe('Thrust in kN');
  expect(humanise('validation.device.config1Disabled')).toBe('Config 1 disabled');
});

it('leads to a form of its own what begins with what is stored', () => {
  const few = { ...gadget, routes: gadget.routes.map((route) => (route.path.includes('limited') ? { ...route, mode: 'edit', inputs: gadget.fields } : route)) };
  const edits = rowActions('gadget', few).filter(({ kind }) => kind === 'edit');
  expect(edits.map((action) => [action.key, formOf('gadget', action)])).toEqual([
    ['edit', undefined],
    ['limitededit', 'limitededit/{id}'],
  ]);
});

it('knows what else happens when something is deleted', () => {
  expect(deleteEffects(i18n.t, 'device')).toHaveLength(3);
  expect(deleteEffects(i18n.t, 'gadget')).toEqual([]);
});

it('leads from a device to its logs, unless the server says that it has none', () => {
  const meta = { ...gadget, denyKeys: ['logs', 'communicationLogs', 'deviceCommands', 'configLogs', 'diagnoseLogs'] };
  const links = rowActions('device', meta).filter(({ kind }) => kind === 'lines');
  expect(links.map(({ path }) => path)).toEqual(['communicationlog/list', 'devicecommand/list', 'configlog/list', 'diagnoselog/list']);
  const row = { id: 1, deny: { configLogs: 'deny.device.deviceTypeHasNoConfigCapability' } };
  expect(links.map((link) => refusal(i18n.t, link, row))).toEqual([undefined, undefined, 'The device type has no configs.', undefined]);
});

it('shows the content of what may not be edited', () => {
  const routes = gadget.routes.filter(({ path }) => !path.includes('content'));
  const meta = { ...gadget, routes, fields: [...gadget.fields, field('content', { type: 'longText' })] };
  const show = rowActions('gadget', meta).find(({ key }) => key === 'content');
  expect(show).toMatchObject({ kind: 'show', method: 'GET', path: 'gadget/{id}' });
  expect(show && refusal(i18n.t, show, { id: 1, deny: { edit: 'deny.any.accessDenied' } })).toBeUndefined();
});
