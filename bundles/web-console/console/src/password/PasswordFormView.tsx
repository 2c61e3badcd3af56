// SPDX-License-Identifier: Apache-2.0
import { Button, Stack } from '@mantine/core';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/Notice';
import { SecretInput } from '../components/SecretInput';
import { RuleList } from './RuleList';
import type { PasswordField, PasswordForm } from './use-password-form';

const labels = {
  currentPlainPassword: 'password.current',
  newPlainPassword: 'password.new',
  newPlainPasswordRepeat: 'password.repeat',
} as const;

interface Props {
  form: PasswordForm;
  fields: readonly PasswordField[];
  username: string;
  /** Further buttons beside the submit button. */
  children?: ReactNode;
}

export function PasswordFormView({ form, fields, username, children }: Props): ReactElement {
  const { t } = useTranslation();
  const element = useRef<HTMLFormElement>(null);

  useEffect(() => {
    element.current?.querySelector<HTMLInputElement>('input[aria-invalid="true"]')?.focus();
  }, [form.fieldErrors]);

  return (
    <form
      ref={element}
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <Stack>
        {form.formErrors.length > 0 && (
          <Notice kind="error" title={t('password.failed')}>
            {form.formErrors.map((text) => (
              <p key={text} className="notice-line">
                {text}
              </p>
            ))}
          </Notice>
        )}
        {/* tells a password manager whose password it is */}
        <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
        {fields.map((field, index) => (
          <SecretInput
            key={field}
            name={field}
            label={t(labels[field])}
            autoComplete={field === 'currentPlainPassword' ? 'current-password' : 'new-password'}
            required
            autoFocus={index === 0}
            value={form.values[field]}
            onChange={(event) => form.change(field, event.currentTarget.value)}
            error={form.fieldErrors[field]}
          />
        ))}
        <RuleList typed={form.values.newPlainPassword} />
        <div className="buttons">
          <Button type="submit" loading={form.busy}>
            {t('password.submit')}
          </Button>
          {children}
        </div>
      </Stack>
    </form>
  );
}
