// SPDX-License-Identifier: Apache-2.0
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { download, request } from '../api/client';
import { describeFailure } from '../components/failure';
import { type Action, actionLabel, formOf, needsDialog, pathFor } from '../resource/actions';
import { nameOf, type Thing } from '../resource/metadata';
import { flash } from '../util/flash';
import type { FilterValue } from './list-state';
import type { OpenDialog } from './ListDialogs';

export function runAction(action: Action, row: Thing, body: object = {}): Promise<Thing | undefined> {
  const { method } = action;
  return request<Thing | undefined>(pathFor(action, row.id), { method, ...(method === 'POST' && { body }) });
}

/** Does what a row's button says: at once, in a dialog, or on a page of its own. */
export function useRowAction(
  resource: string,
  open: (dialog: OpenDialog) => void,
  refresh: () => Promise<void>,
): (action: Action, row: Thing) => void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return useCallback(
    (action, row) => {
      const fail = (failure: unknown): void => flash.show({ kind: 'error', text: describeFailure(failure, t) });
      const edit = (id: Thing['id']): void => {
        const form = formOf(resource, action);
        void navigate({ to: '/web/list/$resource/$id', params: { resource, id: String(id) }, search: form ? { form } : {} });
      };
      const copy = (): void =>
        void navigate({ to: '/web/list/$resource/create', params: { resource }, search: { from: String(row.id) } });
      const run = async (): Promise<void> => {
        flash.show(null);
        const answer = await runAction(action, row);
        await refresh();
        const words = { action: actionLabel(t, resource, action), name: nameOf(answer?.id ? answer : row) };
        flash.show({ kind: 'success', text: t('list.done', words) });
      };
      const look = (): void =>
        void navigate({ to: '/web/list/$resource/$id/details', params: { resource, id: String(row.id) } });
      const lines = (): void =>
        void navigate({ to: '/web/list/$resource', params: { resource: action.path.replace('/list', '') }, search: { filters: resource === 'device' ? ofDevice(row.id) : sameContact(row) } });
      if (action.kind === 'lines') lines();
      else if (action.kind === 'details') look();
      else if (action.kind === 'edit') edit(row.id);
      else if (action.kind === 'copy') copy();
      else if (action.kind === 'show') open({ kind: 'show', action, row });
      else if (action.kind === 'download') download(pathFor(action, row.id)).catch(fail);
      else if (needsDialog(action)) open({ kind: 'action', action, row });
      else run().catch(fail);
    },
    [resource, open, refresh, navigate, t],
  );
}

const ofDevice = (id: Thing['id']): FilterValue[] => [{ filterBy: 'device', filterType: 'equalMultiple', filterValue: [id] }];

/** The lines of the contact that an entry of a log is of: same device, same minute. */
function sameContact({ device, createdAt }: Thing): FilterValue[] {
  const moments = ['dateTimeGreaterThanOrEqual', 'dateTimeLessThanOrEqual'].map((filterType) => ({ filterBy: 'createdAt', filterType, filterValue: String(createdAt) }));
  const id = (device as Thing | null | undefined)?.id;
  return id === undefined ? moments : [...ofDevice(id), ...moments];
}
