// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from 'i18next';
import { type FieldMeta, hasDetails, hasRoute, type ResourceMeta, type RouteMeta, type Thing } from './metadata';
import { denyReason, humanise, wordsOf } from './words';

/** `details` leads to the page about the thing; `lines` to the lines of a log about it or of the same contact; `edit` leads to a form; `copy` to the form of a new one; `show` and `download` read; `run` changes something. */
export type ActionKind = 'lines' | 'details' | 'edit' | 'copy' | 'delete' | 'show' | 'download' | 'run';

export interface Action {
  /** In camel case, such as `templateApply`: the key of its words. */
  key: string;
  kind: ActionKind;
  method: 'GET' | 'POST' | 'DELETE';
  /** Below /web/api/, with `{id}` in it where it is about one row. */
  path: string;
  summary: string;
  denyKey?: string;
  inputs: FieldMeta[];
}

const first = ['details', 'edit', 'content', 'enable', 'disable', 'duplicate'];
/** Nothing is lost by these, so they are done at once. */
const harmless = new Set(['enable', 'disable', 'duplicate']);

/** The logs of a device, by the key under which the server says that it has none. */
const logs = { communicationLogs: 'communicationlog', deviceCommands: 'devicecommand', configLogs: 'configlog', diagnoseLogs: 'diagnoselog' };

/** What can be done with one row, in the order of the screen: deleting comes last. */
export function rowActions(resource: string, meta: ResourceMeta): Action[] {
  const own = meta.routes.filter(
    // lists and exports of one thing's parts say nothing of inputs
    ({ path, inputs }) => /^[^{]*\{id\}[^{]*$/.test(path) && (inputs || path === `${resource}/{id}`),
  );
  const posted = new Set(own.filter(({ method }) => method === 'POST').map(({ path }) => path));
  const actions = own
    .filter(({ method, path }) => method !== 'GET' || (!posted.has(path) && path !== `${resource}/{id}`))
    .map((route) => rowAction(resource, route));
  if (meta.denyKeys.includes('duplicate') && canCopy(resource, meta) && !actions.some(({ key }) => key === 'duplicate')) {
    const path = `${resource}/create`;
    actions.push({ key: 'duplicate', kind: 'copy', method: 'POST', path, summary: '', denyKey: 'duplicate', inputs: [] });
  }
  const link = (key: string, kind: ActionKind, path: string): Action => ({ key, kind, method: 'GET', path, summary: '', inputs: [] });
  if (meta.fields.some(({ name }) => name === 'communicationLog')) actions.push(link('lines', 'lines', 'communicationlog/list'));
  if (hasDetails(resource)) actions.push(link('details', 'details', `${resource}/{id}`));
  // also for those who may not open the form
  if (canShow(resource, meta) && !actions.some(({ key }) => key === 'content')) actions.push(link('content', 'show', `${resource}/{id}`));
  for (const [denyKey, log] of Object.entries(logs)) {
    if (resource === 'device' && meta.denyKeys.includes(denyKey)) actions.push({ ...link(denyKey, 'lines', `${log}/list`), denyKey });
  }
  return actions.sort((one, other) => rank(one) - rank(other));
}

function canShow(resource: string, meta: ResourceMeta): boolean {
  return meta.fields.some(({ name, type, read }) => name === 'content' && type === 'longText' && read) && hasRoute(meta, 'GET', `${resource}/{id}`);
}

function canCopy(resource: string, meta: ResourceMeta): boolean {
  return hasRoute(meta, 'POST', `${resource}/create`) && hasRoute(meta, 'GET', `${resource}/{id}`);
}

function rank({ kind, key }: Action): number {
  if (kind === 'delete') return 1000;
  const place = first.indexOf(key);
  return place < 0 ? first.length : place;
}

function rowAction(resource: string, route: RouteMeta): Action {
  const name = route.path.slice(resource.length + 1).replace(/\/?\{id\}\/?/, '/').replace(/^\/|\/$/g, '');
  const kind = kindOf(route, name);
  const key = name === '' ? kind : camelCase(name);
  return toAction(key, kind, route);
}

function kindOf({ method, mode, inputs = [] }: RouteMeta, name: string): ActionKind {
  if (method === 'DELETE') return name === '' ? 'delete' : 'run';
  if (method === 'GET') return /(^|\/)download(\/|$)/.test(name) ? 'download' : 'show';
  if (/(^|\/)show(\/|$)/.test(name)) return 'show';
  // what begins with what is stored is a form of its own, however few fields it has
  return name === '' || (mode === 'edit' && inputs.length > 0) ? 'edit' : 'run';
}

/** Which form an action leads to: none for the usual one. */
export const formOf = (resource: string, { path }: Action): string | undefined =>
  path === `${resource}/{id}` ? undefined : path.slice(resource.length + 1);

/** What else is gone or changes when one of these is deleted. */
export function deleteEffects(t: TFunction, resource: string): string[] {
  const effects = wordsOf(t, [`deleteEffects.${resource}`], '');
  return effects === '' ? [] : effects.split('\n');
}

/** What can be done with many rows at once; deleting comes last. */
export function massActions(resource: string, meta: ResourceMeta): Action[] {
  const start = `${resource}/batch/`;
  const actions = meta.routes
    .filter(({ method, path }) => method === 'POST' && path.startsWith(start))
    .map((route) => toAction(camelCase(route.path.slice(start.length)), 'run', route));
  return actions.sort((one, other) => Number(one.key === 'delete') - Number(other.key === 'delete'));
}

function toAction(key: string, kind: ActionKind, route: RouteMeta): Action {
  return {
    key,
    kind,
    method: route.method as Action['method'],
    path: route.path,
    summary: route.summary,
    inputs: route.inputs ?? [],
    ...(route.denyKey && { denyKey: route.denyKey }),
  };
}

function camelCase(path: string): string {
  return path.replace(/[/_-]+(.)/g, (_all, letter: string) => letter.toUpperCase());
}

export const needsDialog = (action: Action): boolean =>
  action.kind === 'delete' || (action.kind === 'run' && (action.inputs.length > 0 || !harmless.has(action.key)));

export function actionLabel(t: TFunction, resource: string, action: Action): string {
  const summary = action.summary.startsWith('For many') ? '' : action.summary;
  return wordsOf(t, [`actionsOf.${resource}.${action.key}`, `actions.${action.key}`], summary || humanise(action.key));
}

/** Why the row refuses the action, in words, or undefined when it does not. */
export function refusal(t: TFunction, action: Action, row: Thing): string | undefined {
  const label = action.denyKey ? row.deny?.[action.denyKey] : undefined;
  return label === undefined ? undefined : denyReason(t, label);
}

export const pathFor = (action: Action, id: Thing['id']): string =>
  action.path.replace('{id}', encodeURIComponent(String(id)));
