// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { request, requestByItself } from '../api/client';
import { ApiError } from '../api/http';

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
  /** Or while it has this value. */
  requiredIfValue?: string;
  acceptedIfValue?: string;
  /** When it is not sent, what is stored stays. */
  kept?: boolean;
  /** How many there must be at least. */
  minimumCount?: number;
  /** Where the things are that it refers to. */
  resource?: string;
  /** A call that answers those that may be chosen. */
  choices?: string;
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
  resource?: string;
  choices?: string;
}

export interface RouteMeta {
  method: string;
  path: string;
  summary: string;
  denyKey?: string;
  answer?: string;
  /** `create`, or `edit` where the form begins with what is stored. */
  mode?: string;
  /** Absent in lists and exports. */
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
  // open pages ask again each minute, maybe late, when a computer wakes up
  queryFn: ({ signal }) => requestByItself<Metadata>('console/resources', { signal }),
  staleTime: 300_000,
});

/** Whether the server says nothing of its lists because this user may see none, as during maintenance. */
export const seesNothing = (failure: unknown): boolean => failure instanceof ApiError && failure.status === 403;

export function hasRoute(meta: ResourceMeta | undefined, method: string, path: string): boolean {
  return meta?.routes.some((route) => route.method === method && route.path === path) ?? false;
}

export const hasList = (resource: string, meta: ResourceMeta): boolean => hasRoute(meta, 'POST', `${resource}/list`);
export const isCreatable = (resource: string, meta: ResourceMeta): boolean =>
  hasRoute(meta, 'POST', `${resource}/create`);

/** Lists whose things have a page to look at. */
export const hasDetails = (resource: string): boolean => ['device', 'template', 'firmware'].includes(resource);

const thingPath = (resource: string, id: string): string => `${resource}/${encodeURIComponent(id)}`;

// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the options know their type
export const thingQuery = (resource: string, id: string) =>
  queryOptions({
    queryKey: ['thing', resource, id],
    queryFn: ({ signal }) => request<Thing>(thingPath(resource, id), { signal }),
    // a page that is opened shows what is stored now
    staleTime: 0,
  });

/** A thing on a page that looks again by itself, maybe late, when a computer wakes up. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the options know their type
export const liveThingQuery = (resource: string, id: string, refetchInterval: number | false) => ({
  ...thingQuery(resource, id),
  queryFn: ({ signal }: { signal: AbortSignal }) => requestByItself<Thing>(thingPath(resource, id), { signal }),
  refetchInterval,
});

export function nameOf(thing: Thing): string {
  return thing.representation || `#${thing.id}`;
}
