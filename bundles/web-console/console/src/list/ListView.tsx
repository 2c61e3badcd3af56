// SPDX-License-Identifier: Apache-2.0
import { Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { massActions, rowActions } from '../resource/actions';
import type { ResourceMeta, Thing } from '../resource/metadata';
import { listTitle } from '../resource/words';
import type { OpenDialog } from './ListDialogs';
import { ListMessages } from './ListMessages';
import { ListNote } from './ListNote';
import classes from './ListPage.module.css';
import { ListTable } from './ListTable';
import { ListToolbar } from './ListToolbar';
import { type FilterValue, keepUsualRows, lastSearch, type ListSearch, toQuery, usualRows } from './list-state';
import { Pager } from './Pager';
import { useColumns, listQuery } from './use-list';
import { useRowAction } from './use-row-action';
import { useSelection } from './use-selection';

// with their inputs they are large parts, which the first look at a list does not need
const ListDialogs = lazy(async () => ({ default: (await import('./ListDialogs')).ListDialogs }));

const FilterSection = lazy(async () => ({ default: (await import('./FilterSection')).FilterSection }));

const FILTERS = 'list-filters';
const noRows: Thing[] = [];

export function ListView({ resource, meta }: { resource: string; meta: ResourceMeta }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const search: ListSearch = useSearch({ from: '/web/list/$resource/' });
  const [usual] = useState(usualRows);
  const query = useMemo(() => toQuery(search, usual), [search, usual]);
  const list = useQuery(listQuery(resource, query));
  const columns = useColumns(resource, meta);
  const selection = useSelection(query.filters);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [filtersOpen, setFiltersOpen] = useState(query.filters.length > 0);
  const actions = useMemo(() => rowActions(resource, meta), [resource, meta]);
  const mass = useMemo(() => massActions(resource, meta), [resource, meta]);
  const refresh = useCallback(() => queries.invalidateQueries({ queryKey: ['list', resource] }), [queries, resource]);
  const onAction = useRowAction(resource, setDialog, refresh);

  useEffect(() => lastSearch.keep(resource, search), [resource, search]);

  // whoever turns the page wants the same list, others begin at its start
  const go = useCallback(
    (changes: ListSearch, replace = false) =>
      void navigate({
        replace,
        to: '/web/list/$resource',
        params: { resource },
        search: (before: ListSearch) => ({ ...before, page: undefined, ...changes }),
      }),
    [navigate, resource],
  );

  const applyFilters = (filters: FilterValue[]): void => go({ filters: filters.length > 0 ? filters : undefined });

  const rows = list.data?.results ?? noRows;
  const rowCount = list.data?.rowCount;
  // the last row of the last page was deleted
  useEffect(() => {
    if (list.isPlaceholderData || rowCount === undefined || rows.length > 0 || query.page === 1) return;
    // or the way back would lead to the page without rows again
    go({ page: Math.max(1, Math.ceil(rowCount / query.rowsPerPage)) }, true);
  }, [list.isPlaceholderData, rowCount, rows.length, query, go]);

  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={1} size="h2">{listTitle(t, resource, meta.entity)}</Title>
        <ListToolbar
          resource={resource}
          meta={meta}
          filtersId={FILTERS}
          filters={query.filters}
          filtersOpen={filtersOpen}
          onToggleFilters={() => setFiltersOpen(!filtersOpen)}
          mass={mass}
          selected={selection.rows.size}
          onClearSelection={selection.clear}
          onMass={(action) => setDialog({ kind: 'mass', action, rows: [...selection.rows.values()] })}
          onRefresh={() => void list.refetch().then(({ data }) => data && selection.forgetGone(rows, data.results))}
          onColumns={() => setDialog({ kind: 'columns' })}
          fields={columns.fields}
          query={query}
        />
      </div>
      <ListMessages />
      {filtersOpen && (
        <Suspense fallback={<p id={FILTERS} role="status">{t('loading')}</p>}>
          <FilterSection
            id={FILTERS}
            resource={resource}
            meta={meta}
            value={query.filters}
            columns={columns.fields.map(({ name }) => name)}
            onApply={applyFilters}
          />
        </Suspense>
      )}
      {columns.ready && (
        <ListTable
          resource={resource}
          title={listTitle(t, resource, meta.entity)}
          fields={columns.fields}
          sortings={meta.sortings}
          sort={search.sort}
          onSort={(sort) => go({ sort })}
          rows={list.error ? noRows : rows}
          selection={mass.length > 0 ? selection.rows : undefined}
          onSelect={selection.select}
          actions={actions}
          onAction={onAction}
          busy={list.isPlaceholderData}
        >
          <ListNote
            failure={list.error}
            loading={list.isPending}
            filtered={query.filters.length > 0}
            onRetry={() => void list.refetch()}
            onClearFilters={() => applyFilters([])}
          />
        </ListTable>
      )}
      <Pager
        page={query.page}
        rows={query.rowsPerPage}
        shown={list.error ? 0 : rows.length}
        rowCount={rowCount}
        exact={list.data?.rowCountExact !== false}
        since={list.data?.createdAtFrom}
        onPage={(page) => go({ page: page > 1 ? page : undefined })}
        onRows={(chosen) => {
          keepUsualRows(chosen);
          go({ rows: chosen });
        }}
      />
      {dialog && (
        <Suspense fallback={null}>
          <ListDialogs
            resource={resource}
            meta={meta}
            open={dialog}
            columns={columns}
            onClose={() => setDialog(null)}
            onChanged={() => {
              if (dialog.kind === 'action' && dialog.action.kind === 'delete') selection.select([dialog.row], false);
              void refresh();
            }}
            onMassDone={() => {
              // others may have been chosen since the dialog was closed
              if (dialog.kind === 'mass') selection.select(dialog.rows, false);
              void refresh();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
