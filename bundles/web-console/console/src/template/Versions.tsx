// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlusIcon } from '../components/icons';
import classes from '../device/Device.module.css';
import { Section } from '../device/Facts';
import { ActionDialog } from '../list/ActionDialog';
import type { OpenDialog } from '../list/ListDialogs';
import { ListNote } from '../list/ListNote';
import { ListTable } from '../list/ListTable';
import { useLastPage } from '../list/use-last-page';
import { listQuery } from '../list/use-list';
import { useRowAction } from '../list/use-row-action';
import { type Action, rowActions } from '../resource/actions';
import type { ResourceMeta, Thing } from '../resource/metadata';
import { fieldLabel } from '../resource/words';
import type { Template } from './template';

const rowsPerPage = 10;
const columns = ['name', 'description', 'createdAt', 'createdBy'];
const nothing = (): void => {};

interface Props {
  template: Template;
  role: 'staging' | 'production';
  meta: ResourceMeta;
  onChanged(): Promise<void>;
}

/** All versions of one kind, with what can be done with each. */
export function Versions({ template, role, meta, onChanged }: Props): ReactElement {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const filters = [
    { filterBy: 'template', filterType: 'equalMultiple', filterValue: [template.id] },
    { filterBy: 'type', filterType: 'equalMultiple', filterValue: [role] },
  ];
  const sorting = [{ field: 'createdAt', direction: 'desc' as const }];
  const { data, error, isPending, refetch } = useQuery(listQuery('templateversion', { page, rowsPerPage, sorting, filters }));
  const fields = useMemo(
    () =>
      columns
        .flatMap((name) => meta.fields.find((field) => field.name === name) ?? [])
        .map((field) => ({ ...field, label: fieldLabel(t, 'templateversion', field) })),
    [meta, t],
  );
  const actions = useMemo(() => rowActions('templateversion', meta).filter(({ key }) => concerns(role, key)), [meta, role]);
  const onAction = useRowAction('templateversion', setDialog, onChanged);
  const title = t(role === 'staging' ? 'template.stagingVersions' : 'template.productionVersions');
  const rows: Thing[] = data?.results ?? [];
  const last = useLastPage(data?.rowCount, rowsPerPage, page, setPage);
  return (
    <Section
      title={title}
      aside={
        role === 'staging' &&
        template.deny?.createTemplateVersion === undefined && (
          <Button size="compact-md" leftSection={<PlusIcon />} component={Link} to={`/web/list/templateversion/create?template=${template.id}`}>
            {t('list.create')}
          </Button>
        )
      }
    >
      <div className={classes.logs}>
        <ListTable
          resource="templateversion"
          title={t('template.rowsOf', { name: title })}
          fields={fields}
          sortings={[]}
          sort={undefined}
          onSort={nothing}
          rows={error ? [] : rows}
          selection={undefined}
          onSelect={nothing}
          actions={actions}
          onAction={onAction}
          busy={false}
        >
          <ListNote failure={error} loading={isPending} filtered={false} onRetry={() => void refetch()} onClearFilters={nothing} />
        </ListTable>
      </div>
      {last > 1 && (
        <div className={classes.steps}>
          <Button size="compact-sm" variant="default" disabled={page === 1} onClick={() => setPage(page - 1)} aria-label={t('device.newer', { name: title })}>
            {t('device.newerShort')}
          </Button>
          <span>{t('device.pageOf', { page, last })}</span>
          <Button size="compact-sm" variant="default" disabled={page >= last} onClick={() => setPage(page + 1)} aria-label={t('device.older', { name: title })}>
            {t('device.olderShort')}
          </Button>
        </div>
      )}
      {dialog?.kind === 'action' && (
        <ActionDialog
          resource="templateversion"
          action={dialog.action}
          row={dialog.row}
          onDone={() => void onChanged()}
          onClose={() => setDialog(null)}
        />
      )}
    </Section>
  );
}

/** A staging version has no place in production to be taken out of, and the other way round. */
function concerns(role: Props['role'], key: Action['key']): boolean {
  const foreign = role === 'staging' ? ['detachProduction'] : ['detachStaging', 'selectStaging'];
  return !foreign.includes(key);
}
