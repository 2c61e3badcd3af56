// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/client';

export type FieldType =
  | 'text'
  | 'longText'
  | 'integer'
  | 'long'
  | 'boolean'
  | 'dateTime'
  | 'enum'
  | 'one'
  | 'many'
  | 'list'
  | 'json';

export interface FieldMeta {
  name: string;
  label: string;
  type: FieldType;
  read?: boolean;
  list?: boolean;
  column?: boolean;
  sensitive?: boolean;
  create?: boolean;
  edit?: boolean;
  options?: string[];
  required?: boolean;
  /** Required, or accepted at all, only while this other field is true. */
  requiredIf?: string;
  acceptedIf?: string;
  minimum?: number;
  maximum?: number;
  maximumLength?: number;
  default?: unknown;
  members?: FieldMeta[];
}

export interface FilterMeta {
  name: string;
  label: string;
  type: FieldType;
  filterTypes?: string[];
}

export interface RouteMeta {
  method: string;
  path: string;
  summary: string;
  denyKey?: string;
  /** Absent where the fields of the resource are the form. */
  inputs?: FieldMeta[];
}

export interface ResourceMeta {
  entity: string;
  fields: FieldMeta[];
  filters: FilterMeta[];
  sortings: string[];
  denyKeys: string[];
  routes: RouteMeta[];
}

/** By the name of the list, as far as the user may see it. */
export type Metadata = Record<string, ResourceMeta>;

/** What one row or thing is answered as. */
export type Thing = { id: number | string; representation?: string; deny?: Record<string, string> } & Record<
  string,
  unknown
>;

export interface Page {
  results: Thing[];
  rowCount: number;
  rowCountExact?: boolean;
  createdAtFrom?: string;
}

/** What the lists of this server are, for this user. */
export const metadataQuery = queryOptions({
  queryKey: ['metadata'],
  queryFn: ({ signal }) => request<Metadata>('console/resources', { signal }),
  staleTime: 300_000,
});

export function hasRoute(meta: ResourceMeta | undefined, method: string, path: string): boolean {
  return meta?.routes.some((route) => route.method === method && route.path === path) ?? false;
}

export const hasList = (resource: string, meta: ResourceMeta): boolean => hasRoute(meta, 'POST', `${resource}/list`);
export const isCreatable = (resource: string, meta: ResourceMeta): boolean =>
  hasRoute(meta, 'POST', `${resource}/create`);
export const isEditable = (resource: string, meta: ResourceMeta): boolean => hasRoute(meta, 'POST', `${resource}/{id}`);

// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the options know their type
export const thingQuery = (resource: string, id: string) =>
  queryOptions({
    queryKey: ['thing', resource, id],
    queryFn: ({ signal }) => request<Thing>(`${resource}/${encodeURIComponent(id)}`, { signal }),
    // a form begins with what is stored now
    staleTime: 0,
  });

export function nameOf(thing: Thing): string {
  return thing.representation || `#${thing.id}`;
}
