// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { request, requestByItself } from '../api/client';
import type { Page, ResourceMeta } from '../resource/metadata';
import { fieldLabel } from '../resource/words';
import { type Column, columnsQuery, mergeColumns, visibleFields } from './columns';
import type { LabelledField } from './ListTable';
import type { ListQuery } from './list-state';

// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the options know their type
export const listQuery = (resource: string, query: ListQuery) =>
  queryOptions({
    queryKey: ['list', resource, query],
    queryFn: ({ signal }) => request<Page>(`${resource}/list`, { body: query, signal }),
    // the rows of before stay until the new ones are there; of another list they never do
    placeholderData: (before, previous) => (previous?.queryKey[1] === resource ? keepPreviousData(before) : undefined),
  });

/** A part of a list on the page of something else: it looks again by itself, maybe late, when a computer wakes up. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the options know their type
export const liveListQuery = (resource: string, query: ListQuery, refetchInterval: number | false) => ({
  ...listQuery(resource, query),
  queryFn: ({ signal }: { signal: AbortSignal }) => requestByItself<Page>(`${resource}/list`, { body: query, signal }),
  refetchInterval,
});

export interface ListColumns {
  columns: Column[];
  fields: LabelledField[];
  /** The labels of all columns, by field. */
  labels: ReadonlyMap<string, string>;
  /** False until it is known which columns the user keeps. */
  ready: boolean;
  store(columns: readonly Column[]): void;
}

export function useColumns(resource: string, meta: ResourceMeta): ListColumns {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: kept, isPending } = useQuery(columnsQuery(resource));
  return useMemo(() => {
    const columns = mergeColumns(meta, kept ?? []);
    return {
      columns,
      fields: visibleFields(meta, columns).map((field) => ({ ...field, label: fieldLabel(t, resource, field) })),
      labels: new Map(meta.fields.map((field) => [field.name, fieldLabel(t, resource, field)])),
      ready: !isPending,
      store: (stored) => queries.setQueryData(columnsQuery(resource).queryKey, [...stored]),
    };
  }, [meta, kept, isPending, resource, t, queries]);
}
