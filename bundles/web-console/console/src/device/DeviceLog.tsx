// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ContentDialog } from '../list/ContentDialog';
import { defaultColumns, visibleFields } from '../list/columns';
import { ListNote } from '../list/ListNote';
import { ListTable } from '../list/ListTable';
import type { FilterValue } from '../list/list-state';
import { useLastPage } from '../list/use-last-page';
import { liveListQuery } from '../list/use-list';
import { type Action, rowActions } from '../resource/actions';
import type { ResourceMeta, Thing } from '../resource/metadata';
import { fieldLabel, listTitle } from '../resource/words';
import { formatTimestamp } from '../util/format';
import classes from './Device.module.css';
import { Section } from './Facts';

const rowsPerPage = 5;
const nothing = (): void => {};

interface Props {
  resource: string;
  meta: ResourceMeta;
  title?: string;
  filter: FilterValue;
  live: number | false;
  /** Columns that say the same in every row. */
  without: readonly string[];
}

/** The newest lines of a log that concern one device. */
export function DeviceLog({ resource, meta, title, filter, live, without }: Props): ReactElement {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const [shown, setShown] = useState<{ action: Action; row: Thing } | null>(null);
  const query = { page, rowsPerPage, sorting: [{ field: 'createdAt', direction: 'desc' as const }], filters: [filter] };
  // an older page would move while somebody reads it
  const { data, error, isPending, refetch } = useQuery(liveListQuery(resource, query, page === 1 && live));
  const fields = useMemo(
    () =>
      visibleFields(meta, defaultColumns(meta))
        .filter(({ name }) => !without.includes(name))
        .map((field) => ({ ...field, label: fieldLabel(t, resource, field) })),
    [meta, resource, t, without],
  );
  const actions = useMemo(() => rowActions(resource, meta).filter(({ kind }) => kind === 'show'), [resource, meta]);
  const name = title ?? listTitle(t, resource, meta.entity);
  const rows = data?.results ?? [];
  const last = useLastPage(data?.rowCount, rowsPerPage, page, setPage);
  return (
    <Section
      title={name}
      aside={
        <Link to="/web/list/$resource" params={{ resource }} search={{ filters: [filter], sort: '-createdAt' }} aria-label={t('device.allOf', { name })}>
          {t('device.all')}
        </Link>
      }
    >
      {rows.length === 0 && !error ? (
        <p className={classes.none}>{isPending ? t('loading') : t('list.none')}</p>
      ) : (
        <div className={classes.logs}>
          <ListTable
            resource={resource}
            // the section around it has its name already
            title={t('device.linesOf', { name })}
            fields={fields}
            sortings={[]}
            sort={undefined}
            onSort={nothing}
            rows={rows}
            selection={undefined}
            onSelect={nothing}
            actions={actions}
            onAction={(action, row) => setShown({ action, row })}
            busy={false}
          >
            <ListNote failure={error} loading={isPending} filtered={false} onRetry={() => void refetch()} onClearFilters={nothing} />
          </ListTable>
        </div>
      )}
      {data?.createdAtFrom && page >= last && <p className={classes.since}>{t('list.since', { time: formatTimestamp(data.createdAtFrom) })}</p>}
      {last > 1 && (
        <div className={classes.steps}>
          <Button size="compact-sm" variant="default" disabled={page === 1} onClick={() => setPage(page - 1)} aria-label={t('device.newer', { name })}>
            {t('device.newerShort')}
          </Button>
          <span>{t('device.pageOf', { page, last })}</span>
          <Button size="compact-sm" variant="default" disabled={page >= last} onClick={() => setPage(page + 1)} aria-label={t('device.older', { name })}>
            {t('device.olderShort')}
          </Button>
        </div>
      )}
      {shown && <ContentDialog resource={resource} action={shown.action} row={shown.row} onClose={() => setShown(null)} />}
    </Section>
  );
}
