// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CollapseIcon, ExpandIcon, HomeIcon, ListIcon } from '../components/icons';
import { metadataQuery, seesNothing } from '../resource/metadata';
import { listTitle } from '../resource/words';
import { MenuGroup } from './MenuGroup';
import { menuOf } from './menu';
import { resourceIcons } from './menu-icons';
import classes from './Sidebar.module.css';
import type { SidebarState } from './use-sidebar';

export function Sidebar({ collapsed, open, toggleCollapsed, close }: SidebarState): ReactElement {
  const { t } = useTranslation();
  const { data: metadata = {}, error } = useQuery(metadataQuery);
  const toggleLabel = collapsed ? t('frame.expand') : t('frame.collapse');
  const title = (resource: string): string => listTitle(t, resource, metadata[resource]?.entity);
  return (
    <nav
      id="navigation"
      className={classes.sidebar}
      data-open={open || undefined}
      data-collapsed={collapsed || undefined}
      aria-label={t('frame.navigation')}
    >
      <ul className={classes.list}>
        <li>
          <Link className={classes.entry} to="/web" activeOptions={{ exact: true }} onClick={close} title={t('home')}>
            <HomeIcon />
            <span className={classes.label}>{t('home')}</span>
          </Link>
        </li>
        {menuOf(seesNothing(error) ? {} : metadata).map((entry) =>
          'group' in entry ? (
            <MenuGroup key={entry.group} {...entry} title={title} collapsed={collapsed && !open} onChoose={close} />
          ) : (
            <li key={entry.resource}>
              <ListLink resource={entry.resource} title={title(entry.resource)} onChoose={close} />
            </li>
          ),
        )}
      </ul>
      <UnstyledButton className={classes.toggle} onClick={toggleCollapsed} aria-label={toggleLabel} title={toggleLabel}>
        {collapsed ? <ExpandIcon /> : <CollapseIcon />}
      </UnstyledButton>
    </nav>
  );
}

function ListLink({ resource, title, onChoose }: { resource: string; title: string; onChoose(): void }): ReactElement {
  const Icon = resourceIcons[resource] ?? ListIcon;
  return (
    <Link
      className={classes.entry}
      to="/web/list/$resource"
      params={{ resource }}
      activeOptions={{ includeSearch: false }}
      onClick={onChoose}
      title={title}
    >
      <Icon />
      <span className={classes.label}>{title}</span>
    </Link>
  );
}
