// SPDX-License-Identifier: Apache-2.0
import { preferences } from '../profile/preferences';
import type { FilterMeta, ResourceMeta } from '../resource/metadata';

export type FilterContent = string | number | boolean | (string | number)[];

export interface FilterValue {
  filterBy: string;
  filterType: string;
  filterValue: FilterContent;
}

/** What the address of a list says; anything that is left out is as usual. */
export interface ListSearch {
  page?: number;
  rows?: number;
  /** A field, with a minus before it when the largest comes first. */
  sort?: string;
  filters?: FilterValue[];
}

export const rowsChoices = [5, 10, 25, 50, 100] as const;
const defaultRows = 25;

/** An address somebody mistyped or an old link shows the list as usual instead of failing. */
export function parseSearch(search: Record<string, unknown>): ListSearch {
  const { page, rows, sort, filters } = search;
  const parsed: ListSearch = {};
  if (Number.isSafeInteger(page) && (page as number) > 1) parsed.page = page as number;
  if (rowsChoices.includes(rows as 5)) parsed.rows = rows as number;
  if (typeof sort === 'string' && sort.replace('-', '') !== '') parsed.sort = sort;
  const kept = Array.isArray(filters) ? filters.filter(isFilter) : [];
  if (kept.length > 0) parsed.filters = kept;
  return parsed;
}

function isFilter(value: unknown): value is FilterValue {
  if (typeof value !== 'object' || value === null) return false;
  const { filterBy, filterType, filterValue } = value as Record<string, unknown>;
  const plain = (one: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof one);
  const fits = Array.isArray(filterValue) ? filterValue.every(plain) : plain(filterValue);
  return typeof filterBy === 'string' && typeof filterType === 'string' && fits;
}

export interface Sorting {
  field: string;
  direction: 'asc' | 'desc';
}

export function sortingOf(sort: string | undefined): Sorting | undefined {
  if (!sort) return undefined;
  return sort.startsWith('-') ? { field: sort.slice(1), direction: 'desc' } : { field: sort, direction: 'asc' };
}

/** The next order when the head of a column is chosen: up, down, as usual. */
export function nextSort(sort: string | undefined, field: string): string | undefined {
  if (sort === field) return `-${field}`;
  return sort === `-${field}` ? undefined : field;
}

export interface ListQuery {
  page: number;
  rowsPerPage: number;
  sorting: Sorting[];
  filters: FilterValue[];
}

/** The same for every list that is not filtered: what is being typed into its filters belongs to it. */
const noFilters: FilterValue[] = [];

export function toQuery(search: ListSearch, usualRows: number = defaultRows): ListQuery {
  const sorting = sortingOf(search.sort);
  return {
    page: search.page ?? 1,
    rowsPerPage: search.rows ?? usualRows,
    sorting: sorting ? [sorting] : [],
    filters: search.filters ?? noFilters,
  };
}

/** How many rows this user wants, in every list. */
export function usualRows(): number {
  const kept = preferences.get().rowsPerPage;
  return rowsChoices.includes(kept as 5) ? (kept as number) : defaultRows;
}

/** For this user from now on; when the server cannot store it, the address says it as well. */
export function keepUsualRows(rows: number): void {
  preferences.change({ rowsPerPage: rows }).catch(() => undefined);
}

/** How many fields are filtered by: from and to of one field count once. */
export const filterCount = (filters: readonly FilterValue[] = []): number =>
  new Set(filters.map(({ filterBy }) => filterBy)).size;

export function filterValue(
  filters: readonly FilterValue[],
  filterBy: string,
  filterType: string,
): FilterContent | undefined {
  return filters.find((filter) => filter.filterBy === filterBy && filter.filterType === filterType)?.filterValue;
}

/** With one comparison set anew; an empty one is taken out. */
export function withFilter(filters: readonly FilterValue[], changed: FilterValue): FilterValue[] {
  const { filterBy, filterType, filterValue: value } = changed;
  const others = filters.filter((filter) => filter.filterBy !== filterBy || filter.filterType !== filterType);
  const empty = value === '' || (Array.isArray(value) && value.length === 0);
  return empty ? others : [...others, changed];
}

export type FilterKind = 'text' | 'exact' | 'number' | 'boolean' | 'choice' | 'reference' | 'moment' | 'none';

/** By which input a field is filtered. */
export function filterKind(filter: FilterMeta, meta: ResourceMeta): FilterKind {
  const types = filter.filterTypes ?? [];
  const field = meta.fields.find(({ name }) => name === filter.name);
  if (types.includes('boolean')) return 'boolean';
  if (types.includes('dateTimeGreaterThanOrEqual')) return 'moment';
  if (filter.type === 'enum') return field?.options || filter.choices ? 'choice' : 'exact';
  if (filter.type === 'one' || filter.type === 'many') return 'reference';
  if (types.includes('greaterThanOrEqual')) return 'number';
  if (types.includes('like')) return 'text';
  return types.includes('equal') ? 'exact' : 'none';
}

const searches = new Map<string, ListSearch>();

/** How a list was last looked at, so that the way back from a form leads to the same rows. */
export const lastSearch = {
  get: (resource: string): ListSearch => searches.get(resource) ?? {},
  keep: (resource: string, search: ListSearch): void => void searches.set(resource, search),
};
