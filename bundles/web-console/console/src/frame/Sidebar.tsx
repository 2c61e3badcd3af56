// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CollapseIcon, ExpandIcon, HomeIcon } from '../components/icons';
import classes from './Sidebar.module.css';
import type { SidebarState } from './use-sidebar';

const entries = [{ to: '/web', label: 'home', icon: HomeIcon }] as const;

export function Sidebar({ collapsed, open, toggleCollapsed, close }: SidebarState): ReactElement {
  const { t } = useTranslation();
  const toggleLabel = collapsed ? t('frame.expand') : t('frame.collapse');
  return (
    <nav
      id="navigation"
      className={classes.sidebar}
      data-open={open || undefined}
      data-collapsed={collapsed || undefined}
      aria-label={t('frame.navigation')}
    >
      <ul className={classes.list}>
        {entries.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <Link className={classes.entry} to={to} activeOptions={{ exact: true }} onClick={close} title={t(label)}>
              <Icon />
              <span className={classes.label}>{t(label)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <UnstyledButton className={classes.toggle} onClick={toggleCollapsed} aria-label={toggleLabel} title={toggleLabel}>
        {collapsed ? <ExpandIcon /> : <CollapseIcon />}
      </UnstyledButton>
    </nav>
  );
}
