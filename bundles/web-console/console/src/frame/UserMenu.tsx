// SPDX-License-Identifier: Apache-2.0
import { type MantineColorScheme, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { configurationQuery } from '../api/configuration';
import { BookIcon, ChevronDownIcon, KeyIcon, LogOutIcon, MonitorIcon, MoonIcon, SettingsIcon, SunIcon, UserIcon } from '../components/icons';
import { areasFor } from '../apidoc/areas';
import { logOut } from '../session/session-service';
import type { Session } from '../session/session-store';
import { hasOwnPassword } from '../session/stage';
import classes from './UserMenu.module.css';

const schemes = [
  { scheme: 'light', icon: SunIcon },
  { scheme: 'dark', icon: MoonIcon },
  { scheme: 'auto', icon: MonitorIcon },
] as const;

export function UserMenu({ session }: { session: Session }): ReactElement {
  const { t } = useTranslation();
  const { data: configuration } = useQuery({ ...configurationQuery, retry: false });
  const name = session.representation;
  return (
    <Menu position="bottom-end" width={240} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={classes.target} aria-label={t('frame.userMenu', { name })}>
          <UserIcon />
          <span className={classes.name}>{name}</span>
          <ChevronDownIcon />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes.narrowName}>{name}</Menu.Label>
        <Menu.Item component={Link} to="/web/profile" leftSection={<UserIcon />}>
          {t('profile.title')}
        </Menu.Item>
        {session.roles.includes('ROLE_ADMIN') && (
          <Menu.Item component={Link} to="/web/settings" leftSection={<SettingsIcon />}>
            {t('settings.title')}
          </Menu.Item>
        )}
        {hasOwnPassword(session) && (
          <Menu.Item component={Link} to="/web/change-password" leftSection={<KeyIcon />}>
            {t('frame.changePassword')}
          </Menu.Item>
        )}
        {areasFor(session.roles, configuration).length > 0 && (
          <Menu.Item component={Link} to="/web/api-documentation" leftSection={<BookIcon />}>
            {t('apidoc.title')}
          </Menu.Item>
        )}
        <ThemeItems />
        <Menu.Divider />
        <Menu.Item leftSection={<LogOutIcon />} onClick={logOut}>
          {t('session.logOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function ThemeItems(): ReactElement {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('frame.theme')}</Menu.Label>
      <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
        {schemes.map(({ scheme, icon: Icon }) => (
          <Menu.RadioItem key={scheme} value={scheme} rightSection={<Icon />} closeMenuOnClick={false}>
            {t(`frame.${scheme}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
