// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { patternOf } from '../profile/date-format';
import { preferences } from '../profile/preferences';
import { fromPicker, fromTyped, toPicker, toTyped } from '../util/format';
import { CalendarIcon } from './icons';
import classes from './MomentInput.module.css';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  /** In UTC as the server gives it, or empty. */
  value: string;
  onChange(value: string): void;
}

/**
 * A date and time as every page shows them, whatever the browser's language. What is no moment yet is handed on as it was
 * typed, so that nothing is lost and the server says no to it.
 */
export function MomentInput({ value, onChange, error, placeholder, ...props }: Props): ReactElement {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed !== null && (fromTyped(typed) ?? typed) === value ? typed : toTyped(value) || value;
  const wrong = value !== '' && Number.isNaN(new Date(value).getTime());

  function take(text: string): void {
    setTyped(text);
    onChange(text.trim() === '' ? '' : (fromTyped(text) ?? text));
  }

  return (
    <span className={classes.box}>
      <TextInput
        {...props}
        value={shown}
        placeholder={placeholder ?? t('moment.format', { day: patternOf(preferences.dateFormat()) })}
        autoComplete="off"
        error={error ?? (wrong && typed !== null ? t('moment.wrong', { example: toTyped('2026-01-31T14:30') }) : undefined)}
        onChange={(event) => take(event.currentTarget.value)}
        rightSectionPointerEvents="all"
        rightSection={
          <ActionIcon variant="subtle" aria-label={t('moment.pick')} title={t('moment.pick')} onClick={() => picker.current?.showPicker()}>
            <CalendarIcon />
          </ActionIcon>
        }
      />
      <input
        ref={picker}
        className={classes.picker}
        type="datetime-local"
        tabIndex={-1}
        aria-hidden
        value={toPicker(value)}
        onChange={(event) => {
          setTyped(null);
          onChange(fromPicker(event.currentTarget.value));
        }}
      />
    </span>
  );
}
