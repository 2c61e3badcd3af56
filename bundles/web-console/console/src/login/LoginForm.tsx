// SPDX-License-Identifier: Apache-2.0
import { Button, Stack, TextInput } from '@mantine/core';
import { type ReactElement, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/Notice';
import { SecretInput } from '../components/SecretInput';
import { RetryNote } from './RetryNote';
import { useLogin } from './use-login';

export function LoginForm(): ReactElement {
  const { t } = useTranslation();
  const { busy, failure, waiting, logIn } = useLogin();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const usernameField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);

  // after the new state is on the page: a field that is still disabled takes no focus
  useEffect(() => {
    if (failure?.wrongCredentials) passwordField.current?.focus();
  }, [failure]);

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (busy || waiting) return;
    setMissing(true);
    if (!username.trim()) return usernameField.current?.focus();
    if (!password) return passwordField.current?.focus();
    setMissing(false);
    const refused = await logIn(username.trim(), password);
    if (refused?.wrongCredentials) setPassword('');
  }

  return (
    <form method="post" onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        {failure && (
          <Notice kind="error" title={t('loginFailed.title')}>
            {failure.text}
            {failure.requestId && <p className="retry-note">{t('failed.requestId', { id: failure.requestId })}</p>}
            {failure.wait > 0 && <RetryNote until={failure.waitUntil} />}
          </Notice>
        )}
        <TextInput
          ref={usernameField}
          name="username"
          label={t('login.username')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          required
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
          error={missing && !username.trim() && t('login.usernameMissing')}
        />
        <SecretInput
          ref={passwordField}
          name="password"
          label={t('login.password')}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={missing && !password && t('login.passwordMissing')}
        />
        <Button
          type="submit"
          fullWidth
          size="md"
          loading={busy}
          data-disabled={waiting || undefined}
          aria-disabled={waiting || undefined}
        >
          {t('login.submit')}
        </Button>
      </Stack>
    </form>
  );
}
