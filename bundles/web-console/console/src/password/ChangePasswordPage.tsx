// SPDX-License-Identifier: Apache-2.0
import { Button, Stack, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client';
import { Notice } from '../components/Notice';
import { refresh } from '../session/session-service';
import { sessionStore } from '../session/session-store';
import { useSession } from '../session/use-session';
import { PasswordFormView } from './PasswordFormView';
import { type PasswordField, usePasswordForm } from './use-password-form';

const fields: readonly PasswordField[] = ['currentPlainPassword', 'newPlainPassword', 'newPlainPasswordRepeat'];

export function ChangePasswordPage(): ReactElement {
  const { t } = useTranslation();
  const username = useSession()?.username ?? '';
  const [changed, setChanged] = useState(false);
  const form = usePasswordForm(fields, async (body) => {
    setChanged(false);
    await request<void>('authenticated/change/password', { body });
    setChanged(true);
    // the server may end every session of before; better to learn it now than at the next click
    const session = await refresh().catch(() => sessionStore.get());
    if (!session) sessionStore.end('passwordChanged');
  });
  return (
    <Stack maw={480}>
      <Title order={1} size="h2">
        {t('password.title')}
      </Title>
      {changed && <Notice kind="success">{t('password.changed')}</Notice>}
      <PasswordFormView form={form} fields={fields} username={username}>
        <Button component={Link} to="/web" variant="default">
          {t('back')}
        </Button>
      </PasswordFormView>
    </Stack>
  );
}
