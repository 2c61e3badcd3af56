// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoginAnswer } from '../api/authentication';
import { request } from '../api/client';
import { LoginLayout } from '../login/LoginLayout';
import { SessionWatch } from '../session/SessionWatch';
import { begin, logOut } from '../session/session-service';
import { useSession } from '../session/use-session';
import { PasswordFormView } from './PasswordFormView';
import { type PasswordField, usePasswordForm } from './use-password-form';

const fields: readonly PasswordField[] = ['newPlainPassword', 'newPlainPasswordRepeat'];

/** Between the login and the frame, for somebody whose password has expired. */
export function PasswordDuePage(): ReactElement | null {
  const { t } = useTranslation();
  const session = useSession();
  const form = usePasswordForm(fields, async ({ newPlainPassword, newPlainPasswordRepeat }) => {
    const body = { newPlainPassword, newPlainPasswordRepeat };
    await begin(() => request<LoginAnswer>('authentication/change/password/required', { body }));
  });
  if (!session) return null;
  return (
    <LoginLayout title={t('password.dueTitle')}>
      <Text>{t('password.due')}</Text>
      <PasswordFormView form={form} fields={fields} username={session.username}>
        <Button variant="default" onClick={logOut}>
          {t('session.logOut')}
        </Button>
      </PasswordFormView>
      <SessionWatch session={session} />
    </LoginLayout>
  );
}
