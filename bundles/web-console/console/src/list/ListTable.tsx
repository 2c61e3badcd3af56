// SPDX-License-Identifier: Apache-2.0
import { Checkbox, UnstyledButton } from '@mantine/core';
import { memo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ArrowDownIcon, ArrowUpIcon } from '../components/icons';
import type { Action } from '../resource/actions';
import { type FieldMeta, nameOf, type Thing } from '../resource/metadata';
import { RowCell } from './Cell';
import classes from './ListTable.module.css';
import { nextSort, sortingOf } from './list-state';
import { RowActions } from './RowActions';

export interface LabelledField extends FieldMeta {
  label: string;
}

interface Props {
  resource: string;
  title: string;
  fields: readonly LabelledField[];
  sortings: readonly string[];
  sort: string | undefined;
  onSort(sort: string | undefined): void;
  rows: readonly Thing[];
  /** Undefined where nothing can be done with many rows. */
  selection: ReadonlyMap<Thing['id'], Thing> | undefined;
  onSelect(rows: readonly Thing[], selected: boolean): void;
  actions: readonly Action[];
  onAction(action: Action, row: Thing): void;
  busy: boolean;
  /** In place of rows. */
  children?: ReactNode;
}

export function ListTable(props: Props): ReactElement {
  const { title, fields, rows, selection, actions, busy, children } = props;
  return (
    <div className={classes.box} data-stale={busy || undefined} tabIndex={0} role="region" aria-label={title}>
      <table className={classes.table} aria-busy={busy} aria-label={title}>
        <Head {...props} />
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.id}
              resource={props.resource}
              row={row}
              fields={fields}
              selected={selection?.has(row.id)}
              onSelect={props.onSelect}
              actions={actions}
              onAction={props.onAction}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <div className={classes.empty}>{children}</div>}
    </div>
  );
}

function Head({ fields, sortings, sort, onSort, rows, selection, onSelect, actions }: Props): ReactElement {
  const { t } = useTranslation();
  const all = rows.length > 0 && rows.every(({ id }) => selection?.has(id));
  return (
    <thead>
      <tr>
        {selection && (
          <th className={classes.check} scope="col">
            <Checkbox
              size="xs"
              aria-label={t('list.selectAll')}
              checked={all}
              indeterminate={!all && rows.some(({ id }) => selection.has(id))}
              disabled={rows.length === 0}
              onChange={() => onSelect(rows, !all)}
            />
          </th>
        )}
        {fields.map((field) => (
          <HeadCell key={field.name} field={field} sortable={sortings.includes(field.name)} sort={sort} onSort={onSort} />
        ))}
        {actions.length > 0 && (
          <th className={classes.actions} scope="col">
            {t('list.actions')}
          </th>
        )}
      </tr>
    </thead>
  );
}

interface HeadCellProps extends Pick<Props, 'sort' | 'onSort'> {
  field: LabelledField;
  sortable: boolean;
}

function HeadCell({ field, sortable, sort, onSort }: HeadCellProps): ReactElement {
  const sorting = sortingOf(sort);
  const direction = sorting?.field === field.name ? sorting.direction : undefined;
  const Arrow = direction === 'desc' ? ArrowDownIcon : ArrowUpIcon;
  return (
    <th
      scope="col"
      className={cellClass(field)}
      aria-sort={direction && (direction === 'asc' ? 'ascending' : 'descending')}
    >
      {sortable ? (
        <UnstyledButton
          className={classes.sort}
          data-sorted={direction}
          onClick={() => onSort(nextSort(sort, field.name))}
        >
          {field.label}
          {direction && <Arrow />}
        </UnstyledButton>
      ) : (
        field.label
      )}
    </th>
  );
}

interface RowProps extends Pick<Props, 'resource' | 'fields' | 'onSelect' | 'actions' | 'onAction'> {
  row: Thing;
  selected: boolean | undefined;
}

/** Drawn anew only when it changed, so that choosing one of a hundred rows draws one. */
const Row = memo(function Row({ resource, row, fields, selected, onSelect, actions, onAction }: RowProps): ReactElement {
  const { t } = useTranslation();
  return (
    <tr data-selected={selected || undefined}>
      {selected !== undefined && (
        <td className={classes.check}>
          <Checkbox
            size="xs"
            aria-label={t('list.select', { name: nameOf(row) })}
            checked={selected}
            onChange={() => onSelect([row], !selected)}
          />
        </td>
      )}
      {fields.map((field) => (
        <td key={field.name} className={cellClass(field)}>
          <RowCell resource={resource} row={row} field={field} label={field.label} />
        </td>
      ))}
      {actions.length > 0 && (
        <td className={classes.actions}>
          <RowActions resource={resource} row={row} actions={actions} onAction={onAction} />
        </td>
      )}
    </tr>
  );
});

function cellClass({ type }: FieldMeta): string | undefined {
  if (type === 'dateTime') return classes.moment;
  return type === 'integer' || type === 'long' ? classes.number : undefined;
}
