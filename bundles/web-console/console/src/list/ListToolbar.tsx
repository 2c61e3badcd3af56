// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChevronDownIcon, ColumnsIcon, FilterIcon, PlusIcon, RefreshIcon } from '../components/icons';
import { ToolButton } from '../components/ToolButton';
import { type Action, actionLabel } from '../resource/actions';
import { isCreatable, type ResourceMeta } from '../resource/metadata';
import { ExportMenu } from './ExportMenu';
import classes from './ListPage.module.css';
import type { LabelledField } from './ListTable';
import { filterCount, type FilterValue, type ListQuery } from './list-state';

interface Props {
  resource: string;
  meta: ResourceMeta;
  filtersId: string;
  filters: readonly FilterValue[];
  filtersOpen: boolean;
  onToggleFilters(): void;
  mass: readonly Action[];
  selected: number;
  onClearSelection(): void;
  onMass(action: Action): void;
  onColumns(): void;
  onRefresh(): void;
  fields: readonly LabelledField[];
  query: ListQuery;
}

export function ListToolbar(props: Props): ReactElement {
  const { t } = useTranslation();
  const { resource, meta, filters, filtersOpen } = props;
  const count = filterCount(filters);
  return (
    <div className={classes.toolbar}>
      {meta.filters.length > 0 && (
        <Button
          variant="default"
          leftSection={<FilterIcon />}
          rightSection={
            count > 0 && (
              <span className={classes.badge}>
                {count}
                <span className="visually-hidden"> {t('list.filtersActive')}</span>
              </span>
            )
          }
          aria-expanded={filtersOpen}
          aria-controls={props.filtersId}
          onClick={props.onToggleFilters}
        >
          {filtersOpen ? t('list.hideFilters') : t('list.showFilters')}
        </Button>
      )}
      <ActionIcon variant="default" size="input-sm" aria-label={t('list.refresh')} title={t('list.refresh')} onClick={props.onRefresh}>
        <RefreshIcon />
      </ActionIcon>
      <Button variant="default" leftSection={<ColumnsIcon />} onClick={props.onColumns}>
        {t('columns.button')}
      </Button>
      <ExportMenu resource={resource} meta={meta} fields={props.fields} query={props.query} />
      <MassMenu {...props} />
      {isCreatable(resource, meta) && (
        <Button component={Link} to={`/web/list/${resource}/create`} leftSection={<PlusIcon />}>
          {t('list.create')}
        </Button>
      )}
    </div>
  );
}

function MassMenu({ resource, mass, selected, onClearSelection, onMass }: Props): ReactElement | null {
  const { t } = useTranslation();
  if (mass.length === 0) return null;
  const label = t('mass.button', { count: selected });
  if (selected === 0) {
    return (
      <ToolButton reason={t('mass.none')} rightSection={<ChevronDownIcon />}>
        {label}
      </ToolButton>
    );
  }
  return (
    <Menu position="bottom-end" width={280} withInitialFocusPlaceholder={false} shadow="md">
      <Menu.Target>
        <Button variant="default" rightSection={<ChevronDownIcon />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.massMenu}>
        {mass.map((action) => (
          <Menu.Item key={action.key} className={action.key === 'delete' ? 'danger' : undefined} onClick={() => onMass(action)}>
            {actionLabel(t, resource, action)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={onClearSelection}>{t('mass.clear')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
