// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '../api/client';
import type { FilterValue } from '../list/list-state';
import { hasList, type Metadata, type Page, type ResourceMeta, type Thing } from './metadata';

export interface Reference {
  id: number | string;
  representation: string;
}

/** From where the things come that a field can refer to. */
export interface Source {
  /** A list that can be searched. */
  resource?: string;
  /** Which of that list are meant; all without it. */
  where?: readonly FilterValue[];
  /** A call that answers all that may be chosen. */
  choices?: string;
}

interface Referring {
  resource?: string;
  choices?: string;
}

const most = 30;

/** Filters offer everything there is: the list, or what is offered to those who do not see it. */
export function sourceOfFilter({ resource, choices }: Referring, metadata: Metadata): Source | undefined {
  const meta = resource === undefined ? undefined : metadata[resource];
  if (resource !== undefined && meta && hasList(resource, meta)) return { resource };
  return choices !== undefined && !choices.includes('{') ? { choices } : undefined;
}

/** Fields offer what may be chosen now; undefined while that depends on a member which has no value yet. */
export function sourceOfField(field: Referring, metadata: Metadata, thing: Record<string, unknown>): Source | undefined {
  if (field.choices === undefined) return sourceOfFilter(field, metadata);
  let complete = true;
  const choices = field.choices.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = idOf(thing[name]);
    complete &&= value !== undefined;
    return encodeURIComponent(value ?? '');
  });
  return complete ? { choices } : undefined;
}

/** The members of the same thing on which the choices depend. */
export const dependencies = ({ choices = '' }: Referring): string[] => [...choices.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

function idOf(value: unknown): string | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'object' && one !== null) return 'id' in one ? String(one.id) : undefined;
  return one === undefined || one === null || one === '' ? undefined : String(one as string);
}

/** What somebody typed is looked for in the name of the thing. */
export function searchField(meta: ResourceMeta): string | undefined {
  const texts = meta.filters.filter(({ type, filterTypes }) => type === 'text' && filterTypes?.includes('like'));
  return (texts.find(({ name }) => ['name', 'username', 'representation'].includes(name)) ?? texts[0])?.name;
}

const toReference = ({ id, representation }: Thing): Reference => ({ id, representation: representation || `#${id}` });

/** What is asked about another source is no answer about this one. */
const isOf = (source: Source | undefined, query: { queryKey: readonly unknown[] } | undefined): boolean =>
  JSON.stringify(query?.queryKey[1]) === JSON.stringify(source);

/** The first things whose name contains the text. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the options know their type
export const choicesQuery = (source: Source | undefined, metadata: Metadata, text: string) =>
  queryOptions({
    // all choices come at once, whatever was typed
    queryKey: ['choices', source, source?.resource ? text : ''],
    enabled: source !== undefined,
    // those of another source never stand in
    placeholderData: (before: Reference[] | undefined, previous): Reference[] | undefined =>
      isOf(source, previous) ? keepPreviousData(before) : undefined,
    queryFn: async ({ signal }): Promise<Reference[]> => {
      const { resource, choices, where = [] } = source ?? {};
      if (resource) return searchList(resource, metadata[resource], text, where, signal);
      return (await request<Thing[]>(choices ?? '', { signal })).map(toReference);
    },
  });

async function searchList(
  resource: string,
  meta: ResourceMeta | undefined,
  text: string,
  where: readonly FilterValue[],
  signal: AbortSignal,
): Promise<Reference[]> {
  const field = meta && searchField(meta);
  const filters = [...where, ...(field && text ? [{ filterBy: field, filterType: 'like', filterValue: text }] : [])];
  const sorting = field && meta.sortings.includes(field) ? [{ field, direction: 'asc' }] : [];
  const body = { page: 1, rowsPerPage: most, filters, sorting, fields: [] };
  const page = await request<Page>(`${resource}/list`, { body, signal });
  return page.results.map(toReference);
}

/** The names of things of which only the ids are known, as in the address of a list. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the options know their type
export const namesQuery = (source: Source | undefined, ids: readonly (number | string)[]) =>
  queryOptions({
    queryKey: ['names', source, ids],
    enabled: source !== undefined && ids.length > 0,
    staleTime: 300_000,
    // one less does not make the others unknown
    placeholderData: (before: Reference[] | undefined, previous): Reference[] | undefined =>
      isOf(source, previous) ? keepPreviousData(before) : undefined,
    queryFn: async ({ signal }): Promise<Reference[]> => {
      const { resource, choices } = source ?? {};
      if (choices) return (await request<Thing[]>(choices, { signal })).map(toReference);
      const things = ids.map((id) => request<Thing>(`${resource}/${encodeURIComponent(String(id))}`, { signal }));
      const found = await Promise.allSettled(things);
      return found.flatMap((one) => (one.status === 'fulfilled' ? [toReference(one.value)] : []));
    },
  });
