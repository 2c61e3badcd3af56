// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '../api/client';
import { hasList, type Metadata, type Page, type ResourceMeta, type Thing } from './metadata';

export interface Reference {
  id: number | string;
  representation: string;
}

/** From where the things come that a field can refer to. */
export interface Source {
  /** A list that can be searched. */
  resource?: string;
  /** All that may be chosen, for those who do not see the list. */
  options?: string;
}

const known: Record<string, Source> = {
  accessTags: { resource: 'accesstag', options: 'options/access/tags' },
  labels: { resource: 'label', options: 'options/labels' },
  device: { resource: 'device', options: 'options/devices' },
  deviceType: { resource: 'devicetype', options: 'options/device/types' },
  template: { resource: 'template', options: 'options/templates' },
  user: { resource: 'user', options: 'options/users' },
  createdBy: { resource: 'user', options: 'options/users' },
  updatedBy: { resource: 'user', options: 'options/users' },
};
const most = 30;

/** A field `config1` or `devices` refers to the list `config` or `device`, if there is such a list. */
export function sourceOf(name: string, metadata: Metadata): Source | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1);
  const source = known[last];
  const guesses = [last, last.replace(/\d+$/, ''), last.replace(/s$/, '')].map((guess) => guess.toLowerCase());
  const resource = [source?.resource, ...guesses].find((guess) => {
    const meta = guess === undefined ? undefined : metadata[guess];
    return guess !== undefined && meta !== undefined && hasList(guess, meta);
  });
  if (resource) return { resource };
  return source?.options ? { options: source.options } : undefined;
}

/** What somebody typed is looked for in the name of the thing. */
export function searchField(meta: ResourceMeta): string | undefined {
  const texts = meta.filters.filter(({ type, filterTypes }) => type === 'text' && filterTypes?.includes('like'));
  return (texts.find(({ name }) => ['name', 'username', 'representation'].includes(name)) ?? texts[0])?.name;
}

const toReference = ({ id, representation }: Thing): Reference => ({ id, representation: representation || `#${id}` });

/** The first things whose name contains the text. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the options know their type
export const choicesQuery = (source: Source | undefined, metadata: Metadata, text: string) =>
  queryOptions({
    queryKey: ['choices', source, text],
    enabled: source !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Reference[]> => {
      const { resource, options } = source ?? {};
      if (resource) return searchList(resource, metadata[resource], text, signal);
      const all = await request<Thing[]>(options ?? '', { signal });
      const wanted = text.toLowerCase();
      return all.map(toReference).filter(({ representation }) => representation.toLowerCase().includes(wanted));
    },
  });

async function searchList(
  resource: string,
  meta: ResourceMeta | undefined,
  text: string,
  signal: AbortSignal,
): Promise<Reference[]> {
  const field = meta && searchField(meta);
  const filters = field && text ? [{ filterBy: field, filterType: 'like', filterValue: text }] : [];
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
    queryFn: async ({ signal }): Promise<Reference[]> => {
      const { resource, options } = source ?? {};
      if (options) return (await request<Thing[]>(options, { signal })).map(toReference);
      const things = ids.map((id) => request<Thing>(`${resource}/${encodeURIComponent(String(id))}`, { signal }));
      const found = await Promise.allSettled(things);
      return found.flatMap((one) => (one.status === 'fulfilled' ? [toReference(one.value)] : []));
    },
  });
