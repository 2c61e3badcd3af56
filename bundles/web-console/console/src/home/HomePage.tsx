// SPDX-License-Identifier: Apache-2.0
import { Stack, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session';
import { formatTimestamp } from '../util/format';
import { Dashboard } from './Dashboard';
import classes from './HomePage.module.css';

export function HomePage(): ReactElement | null {
  const { t, i18n } = useTranslation();
  const session = useSession();
  if (!session) return null;
  // everybody has ROLE_USER: it says nothing beside another
  const permissions = session.roles.filter((role) => role !== 'ROLE_USER' || session.roles.length === 1);
  const roles = permissions.map((role) => (i18n.exists(`role.${role}`) ? t(`role.${role}` as 'role.ROLE_USER') : role));
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('homePage.title', { name: session.representation })}
      </Title>
      <Dashboard />
      <dl className={classes.facts}>
        <dt>{t('homePage.loggedInAs')}</dt>
        <dd>{session.username}</dd>
        <dt>{t('homePage.roles')}</dt>
        <dd>{roles.join(', ')}</dd>
        <dt>{t('homePage.lastLogin')}</dt>
        <dd>{session.lastLoginAt ? formatTimestamp(session.lastLoginAt) : t('homePage.neverBefore')}</dd>
      </dl>
    </Stack>
  );
}
