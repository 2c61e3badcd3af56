// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/client';
import type { Area } from './areas';

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  nullable?: boolean;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  allOf?: Schema[];
  oneOf?: Schema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  default?: unknown;
}

interface Content {
  content?: Record<string, { schema?: Schema }>;
}

export interface Parameter {
  name: string;
  in: string;
  description?: string;
  required?: boolean;
  schema?: Schema;
}

export interface Call {
  method: string;
  path: string;
  tag: string;
  summary: string;
  description: string;
  /** Whether it needs an access token. */
  locked: boolean;
  parameters: Parameter[];
  body: Schema | undefined;
  answers: { status: string; description: string; schema: Schema | undefined }[];
  /** Whether it can be tried: it is below the root of the API, as all calls that speak JSON are. */
  tried: boolean;
}

interface Reference {
  $ref: string;
}

interface Operation {
  tags?: string[];
  summary?: string;
  description?: string;
  security?: unknown[];
  parameters?: (Parameter | Reference)[];
  requestBody?: Content;
  responses?: Record<string, { description?: string; $ref?: string } & Content>;
}

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const;

type PathItem = Partial<Record<(typeof methods)[number], Operation>> & Pick<Operation, 'parameters'> & { servers?: { url: string }[] };

export interface Document {
  openapi: string;
  info: { title: string; version: string; description?: string };
  servers?: { url: string }[];
  tags?: { name: string; description?: string }[];
  paths: Record<string, PathItem>;
  components?: {
    schemas?: Record<string, Schema>;
    parameters?: Record<string, Parameter>;
    responses?: Record<string, { description?: string } & Content>;
  };
}

// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the options know their type
export const documentQuery = (area: Area) =>
  queryOptions({
    queryKey: ['openapi', area],
    queryFn: ({ signal }) => request<Document>(`/web/doc/${area}.json`, { signal }),
    staleTime: 300_000,
  });

export interface Group {
  tag: string;
  description: string;
  calls: Call[];
}

/** All calls, by the resource that they are about. */
export function groupsOf(document: Document): Group[] {
  const groups = new Map<string, Group>((document.tags ?? []).map(({ name, description = '' }) => [name, { tag: name, description, calls: [] }]));
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      const call = { ...toCall(document, operation, item), method: method.toUpperCase(), path };
      const group = groups.get(call.tag) ?? { tag: call.tag, description: '', calls: [] };
      groups.set(call.tag, group);
      group.calls.push(call);
    }
  }
  return [...groups.values()].filter(({ calls }) => calls.length > 0);
}

function toCall(document: Document, operation: Operation, item: PathItem): Omit<Call, 'method' | 'path'> {
  return {
    tag: operation.tags?.[0] ?? 'other',
    summary: operation.summary ?? '',
    description: operation.description ?? '',
    locked: operation.security?.length !== 0,
    parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])].flatMap((one) => parameterOf(document, one) ?? []),
    body: schemaIn(operation.requestBody),
    answers: Object.entries(operation.responses ?? {}).map(([status, answer]) => {
      const whole = answer.$ref ? document.components?.responses?.[nameOf(answer.$ref)] : answer;
      return { status, description: whole?.description ?? '', schema: schemaIn(whole) };
    }),
    tried: !item.servers,
  };
}

const parameterOf = (document: Document, one: Parameter | Reference): Parameter | undefined =>
  '$ref' in one ? document.components?.parameters?.[nameOf(one.$ref)] : one;

const schemaIn = (holder: Content | undefined): Schema | undefined => Object.values(holder?.content ?? {})[0]?.schema;

export const nameOf = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

/** The calls that contain all words, in any part of their name. */
export function found(groups: readonly Group[], text: string): Group[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...groups];
  const fits = (call: Call): boolean => {
    const name = `${call.method} ${call.path} ${call.summary} ${call.description}`.toLowerCase();
    return words.every((word) => name.includes(word));
  };
  return groups.map((group) => ({ ...group, calls: group.calls.filter(fits) })).filter(({ calls }) => calls.length > 0);
}

/** The path with its parameters filled in. */
export const filled = (path: string, values: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(values[name] ?? ''));
