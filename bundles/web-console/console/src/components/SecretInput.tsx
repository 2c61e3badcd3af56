// SPDX-License-Identifier: Apache-2.0
import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A password field whose show switch has a name and is reached by the Tab key. */
export function SecretInput(props: PasswordInputProps): ReactElement {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <PasswordInput
      spellCheck={false}
      autoCapitalize="none"
      // Mantine's own text fields say so, its password field does not
      aria-invalid={props.error ? true : undefined}
      {...props}
      visible={shown}
      onVisibilityChange={setShown}
      visibilityToggleButtonProps={{
        tabIndex: 0,
        'aria-label': shown ? t('login.hidePassword') : t('login.showPassword'),
        title: shown ? t('login.hidePassword') : t('login.showPassword'),
      }}
    />
  );
}
