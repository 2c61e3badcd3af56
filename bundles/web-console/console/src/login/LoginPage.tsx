// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { configurationQuery } from '../api/configuration';
import { Notice } from '../components/Notice';
import { sessionStore } from '../session/session-store';
import { LoginForm } from './LoginForm';
import { LoginLayout } from './LoginLayout';

export function LoginPage(): ReactElement {
  const { t } = useTranslation();
  const [ended] = useState(sessionStore.endReason);
  // without an answer the form serves all the same, and tells what is wrong when it is sent
  const { data: configuration } = useQuery({ ...configurationQuery, retry: false });
  return (
    <LoginLayout title={t('login.title')}>
      <Text c="dimmed">{t('login.welcome')}</Text>
      {ended && <Notice kind="info">{t(`ended.${ended}`)}</Notice>}
      {configuration?.maintenanceMode && <Notice kind="info">{t('login.maintenance')}</Notice>}
      <LoginForm />
    </LoginLayout>
  );
}
