// SPDX-License-Identifier: Apache-2.0
import { Button, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client';
import { describeFailure } from '../components/failure';
import { wordMessage } from '../components/form-errors';
import { ChevronDownIcon, CodeIcon, PencilIcon, TemplateIcon } from '../components/icons';
import { ToolButton } from '../components/ToolButton';
import { ActionDialog } from '../list/ActionDialog';
import type { RowResult } from '../list/batch';
import { runAction } from '../list/use-row-action';
import { type Action, actionLabel, massActions, refusal, rowActions } from '../resource/actions';
import type { ResourceMeta } from '../resource/metadata';
import { flash } from '../util/flash';
import { ApplyTemplateDialog } from './ApplyTemplateDialog';
import { ConfigPreview } from './ConfigPreview';
import { appliesTo, type Device, deviceFieldLabel } from './device';
import classes from './Device.module.css';

interface Props {
  device: Device;
  meta: ResourceMeta;
  onChanged(): void;
  onDeleted(): void;
}

type Open = 'configs' | 'template' | 'delete' | null;

/** What can be done with the device. */
export function DeviceTools({ device, meta, onChanged, onDeleted }: Props): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  const actions = new Map(rowActions('device', meta).map((action) => [action.key, action]));
  const edit = actions.get('edit');
  const apply = actions.get('templateApply');
  const remove = actions.get('delete');
  const hasConfigs = [1, 2, 3].some((slot) => appliesTo(device.deviceType, `config${slot}`));
  const close = (): void => setOpen(null);

  return (
    <div className={classes.tools}>
      {edit && (
        <ToolButton reason={refusal(t, edit, device)} to={`/web/list/device/${encodeURIComponent(device.id)}`} leftSection={<PencilIcon />}>
          {t('actions.edit')}
        </ToolButton>
      )}
      {hasConfigs && actions.has('generateConfigPrimary') && (
        <Button variant="default" leftSection={<CodeIcon />} onClick={() => setOpen('configs')}>
          {t('device.configs')}
        </Button>
      )}
      {apply && (
        <ToolButton reason={refusal(t, apply, device)} leftSection={<TemplateIcon />} onClick={() => setOpen('template')}>
          {actionLabel(t, 'device', apply)}
        </ToolButton>
      )}
      <MoreMenu device={device} meta={meta} actions={actions} remove={remove} onChanged={onChanged} onDelete={() => setOpen('delete')} />
      {open === 'configs' && <ConfigPreview device={device} onClose={close} />}
      {open === 'template' && apply && <ApplyTemplateDialog action={apply} device={device} onDone={onChanged} onClose={close} />}
      {open === 'delete' && remove && (
        <ActionDialog resource="device" action={remove} row={device} leaves onDone={onDeleted} onClose={close} />
      )}
    </div>
  );
}

interface MenuProps extends Pick<Props, 'device' | 'meta' | 'onChanged'> {
  actions: ReadonlyMap<string, Action>;
  remove: Action | undefined;
  onDelete(): void;
}

/** What is done at once: on, off, send again, ask for data. */
function MoreMenu({ device, meta, actions, remove, onChanged, onDelete }: MenuProps): ReactElement {
  const { t } = useTranslation();
  const turns = ['enable', 'disable'].flatMap((key) => actions.get(key) ?? []).filter((action) => refusal(t, action, device) === undefined);
  // one device is a batch of one: there is no call of its own for a flag
  const flags = massActions('device', meta).flatMap((action) => {
    const flag = action.inputs.find(({ type }) => type === 'boolean');
    return flag && action.inputs.filter(({ type }) => type !== 'json').length === 1 && appliesTo(device.deviceType, flag.name) ? [{ action, flag }] : [];
  });
  const run = useMutation({
    mutationFn: async ({ work }: { work: () => Promise<string>; words: string }) => work(),
    onMutate: () => flash.show(null),
    onSuccess: (trouble, { words }) => {
      flash.show(trouble ? { kind: 'error', text: trouble } : { kind: 'success', text: t('list.done', { action: words, name: device.name }) });
      onChanged();
    },
    onError: (failure) => flash.show({ kind: 'error', text: describeFailure(failure, t) }),
  });
  const turn = (action: Action) => async (): Promise<string> => {
    await runAction(action, device);
    return '';
  };
  const raise = (action: Action, flag: string) => async (): Promise<string> => {
    const body = { ids: [device.id], [flag]: device[flag] !== true };
    const [result] = await request<RowResult[]>(action.path, { body });
    return result?.status === 'success' ? '' : (result?.messages ?? []).map((message) => wordMessage(message, t)).join(' ') || t('failed.gone');
  };
  const refusedDelete = remove && refusal(t, remove, device);
  return (
    <Menu position="bottom-end" width={290} withInitialFocusPlaceholder={false} shadow="md">
      <Menu.Target>
        <Button variant="default" rightSection={<ChevronDownIcon />} loading={run.isPending}>
          {t('device.actions')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {turns.map((action) => {
          const words = actionLabel(t, 'device', action);
          return (
            <Menu.Item key={action.key} onClick={() => run.mutate({ words, work: turn(action) })}>
              {words}
            </Menu.Item>
          );
        })}
        {flags.length > 0 && <Menu.Divider />}
        {flags.map(({ action, flag }) => {
          const what = deviceFieldLabel(t, device.deviceType, flag);
          const words = device[flag.name] === true ? t('device.withdraw', { what }) : what;
          return (
            <Menu.Item key={action.key} onClick={() => run.mutate({ words, work: raise(action, flag.name) })}>
              {words}
            </Menu.Item>
          );
        })}
        {remove && <Menu.Divider />}
        {remove && (
          <Menu.Item
            className={refusedDelete === undefined ? 'danger' : undefined}
            aria-disabled={refusedDelete !== undefined || undefined}
            onClick={() => refusedDelete === undefined && onDelete()}
          >
            {actionLabel(t, 'device', remove)}
            {refusedDelete !== undefined && <small className="menu-reason">{refusedDelete}</small>}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
