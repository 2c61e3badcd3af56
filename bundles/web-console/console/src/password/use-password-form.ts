// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../components/failure';
import { wordErrors } from '../components/form-errors';

export type PasswordField = 'currentPlainPassword' | 'newPlainPassword' | 'newPlainPasswordRepeat';
export type Passwords = Record<PasswordField, string>;
export type FieldErrors = Partial<Record<PasswordField, string>>;

export interface PasswordForm {
  values: Passwords;
  fieldErrors: FieldErrors;
  formErrors: string[];
  busy: boolean;
  change(field: PasswordField, value: string): void;
  submit(): Promise<void>;
}

const empty: Passwords = { currentPlainPassword: '', newPlainPassword: '', newPlainPasswordRepeat: '' };

/** State of a password form over the fields given; what is typed goes away once it was accepted. */
export function usePasswordForm(
  fields: readonly PasswordField[],
  store: (values: Passwords) => Promise<void>,
): PasswordForm {
  const { t } = useTranslation();
  const [values, setValues] = useState(empty);
  const [fieldErrors, setFieldErrors] = useState<FieldErrors>({});
  const [formErrors, setFormErrors] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);

  async function submit(): Promise<void> {
    const found = check(fields, values, t);
    setFieldErrors(found);
    setFormErrors([]);
    if (busy || Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await store(values);
      setValues(empty);
    } catch (failure) {
      const worded = wordErrors(failure, fields, t);
      setFieldErrors(worded?.fields ?? {});
      setFormErrors(worded ? worded.form : [describeFailure(failure, t)]);
    } finally {
      setBusy(false);
    }
  }

  return {
    values,
    fieldErrors,
    formErrors,
    busy,
    change: (field, value) => setValues((before) => ({ ...before, [field]: value })),
    submit,
  };
}

function check(fields: readonly PasswordField[], values: Passwords, t: TFunction): FieldErrors {
  const found: FieldErrors = {};
  for (const field of fields) {
    if (!values[field]) found[field] = t('validation.required');
  }
  if (values.newPlainPassword !== values.newPlainPasswordRepeat) {
    found.newPlainPasswordRepeat ??= t('validation.passwordIdenticalCompare');
  }
  return found;
}
