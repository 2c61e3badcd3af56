// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../components/failure';
import type { Action } from '../resource/actions';
import type { ResourceMeta, Thing } from '../resource/metadata';
import { ActionDialog } from './ActionDialog';
import { ColumnDialog } from './ColumnDialog';
import { type Column, defaultColumns, keepColumns } from './columns';
import { ContentDialog } from './ContentDialog';
import { MassDialog } from './MassDialog';
import type { ListColumns } from './use-list';

export type OpenDialog =
  | { kind: 'columns' }
  | { kind: 'mass'; action: Action; rows: Thing[] }
  | { kind: 'action' | 'show'; action: Action; row: Thing };

interface Props {
  resource: string;
  meta: ResourceMeta;
  open: OpenDialog | null;
  columns: ListColumns;
  onClose(): void;
  onChanged(): void;
  onMassDone(): void;
}

export function ListDialogs(props: Props): ReactElement | null {
  const { resource, open, onClose, onChanged, onMassDone } = props;
  switch (open?.kind) {
    case 'columns':
      return <Columns {...props} />;
    case 'mass':
      return <MassDialog resource={resource} action={open.action} rows={open.rows} onDone={onMassDone} onClose={onClose} />;
    case 'action':
      return <ActionDialog resource={resource} action={open.action} row={open.row} onDone={onChanged} onClose={onClose} />;
    case 'show':
      return <ContentDialog resource={resource} action={open.action} row={open.row} onClose={onClose} />;
    default:
      return null;
  }
}

function Columns({ resource, meta, columns, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const keep = useMutation({
    mutationFn: (chosen: readonly Column[]) => keepColumns(resource, chosen),
    onSuccess: (_answer, chosen) => columns.store(chosen),
  });
  return (
    <ColumnDialog
      columns={columns.columns}
      defaults={defaultColumns(meta)}
      labels={columns.labels}
      busy={keep.isPending}
      failure={keep.error ? describeFailure(keep.error, t) : undefined}
      onSave={(chosen) => keep.mutate(chosen, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
