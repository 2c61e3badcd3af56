// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/client';
import { ApiError } from '../api/http';
import type { FieldMeta, ResourceMeta } from '../resource/metadata';

/** A column somebody may see, in the order kept for this user. */
export interface Column {
  name: string;
  visible: boolean;
}

const names = ['name', 'username', 'createdAt'];
/** Where the declared columns are more than a screen of 1280 pixels holds, or in an order that hides the state. */
const chosen: Record<string, readonly string[]> = {
  device: ['name', 'enabled', 'deviceType', 'template', 'firmwareVersion1', 'seenAt'],
  devicecommand: ['createdAt', 'commandName', 'device', 'commandStatus', 'commandStatusErrorMessage', 'commandStatusErrorCategory'],
  template: ['name', 'deviceType', 'productionTemplate', 'stagingTemplate', 'updatedAt'],
};
const withoutDefaults = 6;

/** What can be a column: every field that lists answer. */
export function columnFields(meta: ResourceMeta): FieldMeta[] {
  const fields = meta.fields.filter(({ list, name }) => list && name !== 'representation');
  // by what people call the thing, before its facts
  const leading = names.flatMap((name) => fields.find((field) => field.name === name && field.column) ?? []).slice(0, 1);
  return [...leading, ...fields.filter((field) => !leading.includes(field))];
}

export function defaultColumns(meta: ResourceMeta): Column[] {
  const fields = columnFields(meta);
  const declared = fields.filter(({ column }) => column);
  const own = (chosen[meta.entity.toLowerCase()] ?? []).flatMap((name) => fields.find((field) => field.name === name) ?? []);
  const visible = own.length > 0 ? own : declared.length > 0 ? declared : fields.slice(0, withoutDefaults);
  const rest = fields.filter((field) => !visible.includes(field));
  return [
    ...visible.map(({ name }) => ({ name, visible: true })),
    ...rest.map(({ name }) => ({ name, visible: false })),
  ];
}

/** What was kept, without fields that are gone; fields that came since are at the end and hidden. */
export function mergeColumns(meta: ResourceMeta, kept: readonly Column[]): Column[] {
  if (kept.length === 0) return defaultColumns(meta);
  const fields = new Set(columnFields(meta).map(({ name }) => name));
  const known = kept.filter(({ name }, place) => fields.has(name) && kept.findIndex((one) => one.name === name) === place);
  if (!known.some(({ visible }) => visible)) return defaultColumns(meta);
  const rest = [...fields].filter((name) => !known.some((one) => one.name === name));
  return [...known, ...rest.map((name) => ({ name, visible: false }))];
}

export function visibleFields(meta: ResourceMeta, columns: readonly Column[]): FieldMeta[] {
  return columns.flatMap(({ name, visible }) => (visible && meta.fields.find((field) => field.name === name)) || []);
}

/** The list with one entry at another place; the same list when there is nothing to move. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  if (from === to || from < 0 || to < 0 || from >= list.length || to >= list.length) return list;
  const copy = [...list];
  copy.splice(to, 0, ...copy.splice(from, 1));
  return copy;
}

/** The columns this user keeps on the server; none when the server keeps no columns. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the options know their type
export const columnsQuery = (tableKey: string) =>
  queryOptions({
    queryKey: ['columns', tableKey],
    queryFn: async ({ signal }): Promise<Column[]> => {
      try {
        return await request<Column[]>('usertable/columns', { body: { tableKey }, signal });
      } catch (failure) {
        if (failure instanceof ApiError && failure.status === 404) return [];
        throw failure;
      }
    },
    staleTime: 300_000,
  });

export const keepColumns = (tableKey: string, columns: readonly Column[]): Promise<unknown> =>
  request('usertable/columns/edit', { body: { tableKey, columns } });
