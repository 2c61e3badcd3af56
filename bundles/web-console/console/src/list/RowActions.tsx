// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyIcon, EyeIcon, ListIcon, MoreIcon, PencilIcon, PowerIcon, TrashIcon } from '../components/icons';
import { type Action, actionLabel, refusal } from '../resource/actions';
import { nameOf, type Thing } from '../resource/metadata';
import classes from './ListTable.module.css';

const icons: Record<string, () => ReactElement> = {
  details: EyeIcon,
  edit: PencilIcon,
  delete: TrashIcon,
  duplicate: CopyIcon,
  content: EyeIcon,
  values: EyeIcon,
  lines: ListIcon,
  enable: PowerIcon,
  disable: PowerIcon,
};
const inline = new Set(['details', 'edit', 'delete', 'content', 'values', 'lines']);

interface Props {
  resource: string;
  row: Thing;
  actions: readonly Action[];
  onAction(action: Action, row: Thing): void;
}

/** The usual actions as buttons and the others in a menu; what is refused can be reached all the same and says why. */
export function RowActions({ resource, row, actions, onAction }: Props): ReactElement {
  const few = actions.length <= 3 && actions.every(({ key }) => key in icons);
  const buttons = actions.filter(({ key }) => few || inline.has(key));
  const others = actions.filter((action) => !buttons.includes(action));
  return (
    <span className={classes.buttons}>
      {buttons.map((action) => (
        <ActionButton key={action.key} resource={resource} row={row} action={action} onAction={onAction} />
      ))}
      {others.length > 0 && <ActionMenu resource={resource} row={row} actions={others} onAction={onAction} />}
    </span>
  );
}

interface ButtonProps extends Omit<Props, 'actions'> {
  action: Action;
}

function ActionButton({ resource, row, action, onAction }: ButtonProps): ReactElement {
  const { t } = useTranslation();
  const label = actionLabel(t, resource, action);
  const reason = refusal(t, action, row);
  const Icon = icons[action.key] ?? MoreIcon;
  return (
    <Tooltip label={reason ?? label} events={{ hover: true, focus: true, touch: true }}>
      <ActionIcon
        variant="subtle"
        color={action.kind === 'delete' ? 'red' : 'blue'}
        // not disabled: it would lose the focus and the words with it
        data-disabled={reason !== undefined || undefined}
        aria-disabled={reason !== undefined || undefined}
        aria-label={`${label}: ${nameOf(row)}${reason === undefined ? '' : ` (${reason})`}`}
        onClick={() => reason === undefined && onAction(action, row)}
      >
        <Icon />
      </ActionIcon>
    </Tooltip>
  );
}

function ActionMenu({ resource, row, actions, onAction }: Props): ReactElement {
  const { t } = useTranslation();
  const label = t('list.moreActions', { name: nameOf(row) });
  return (
    <Menu position="bottom-end" width={260} withInitialFocusPlaceholder={false} shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={label} title={t('list.moreTitle')}>
          <MoreIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => {
          const reason = refusal(t, action, row);
          return (
            <Menu.Item
              key={action.key}
              className={action.kind === 'delete' && reason === undefined ? 'danger' : undefined}
              aria-disabled={reason !== undefined || undefined}
              closeMenuOnClick={reason === undefined}
              onClick={() => reason === undefined && onAction(action, row)}
            >
              {actionLabel(t, resource, action)}
              {reason !== undefined && <small className="menu-reason">{reason}</small>}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
