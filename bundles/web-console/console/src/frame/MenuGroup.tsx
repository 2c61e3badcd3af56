// SPDX-License-Identifier: Apache-2.0
import { Menu, UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChevronDownIcon } from '../components/icons';
import type { GroupName } from './menu';
import { groupIcons } from './menu-icons';
import classes from './Sidebar.module.css';

interface Props {
  group: GroupName;
  resources: string[];
  title(resource: string): string;
  collapsed: boolean;
  onChoose(): void;
}

/** Several lists under one head; beside a collapsed sidebar they open as a menu. */
export function MenuGroup({ group, resources, title, collapsed, onChoose }: Props): ReactElement {
  const { t } = useTranslation();
  const { resource: current = '' } = useParams({ strict: false });
  const [kept, setKept] = useLocalStorage<boolean | null>({
    key: `smartems.menu.${group}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const holdsPage = resources.includes(current);
  // nobody should have to look for where they are
  const open = kept ?? holdsPage;
  const Icon = groupIcons[group];
  const label = t(`groups.${group}`);
  const links = resources.map((resource) => ({ resource, text: title(resource) }));
  const head = (
    <>
      <Icon />
      <span className={classes.label}>{label}</span>
    </>
  );
  if (collapsed) {
    return (
      <li>
        <Menu position="right-start" withInitialFocusPlaceholder={false} shadow="md">
          <Menu.Target>
            <UnstyledButton className={classes.entry} data-holds-page={holdsPage || undefined} title={label}>
              {head}
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{label}</Menu.Label>
            {links.map(({ resource, text }) => (
              <Menu.Item key={resource} component={Link} to={`/web/list/${resource}`} onClick={onChoose}>
                {text}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </li>
    );
  }
  return (
    <li>
      <UnstyledButton
        className={classes.entry}
        data-holds-page={(holdsPage && !open) || undefined}
        aria-expanded={open}
        aria-controls={`menu-${group}`}
        onClick={() => setKept(!open)}
      >
        {head}
        <span className={classes.chevron} data-open={open || undefined}>
          <ChevronDownIcon />
        </span>
      </UnstyledButton>
      <ul id={`menu-${group}`} className={classes.sublist} hidden={!open}>
        {links.map(({ resource, text }) => (
          <li key={resource}>
            <Link className={classes.subentry} to="/web/list/$resource" params={{ resource }} onClick={onChoose}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </li>
  );
}
