// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SecretInput } from '../components/SecretInput';
import { Waiting } from '../components/Waiting';
import classes from '../form/Form.module.css';
import type { Values } from '../form/form-values';
import { procedureQuery, type Setting } from './procedure';

interface Props {
  procedure: string;
  value: Values;
  /** Whether the type is stored already: a secret that it has stays when nothing is typed. */
  stored: boolean;
  /** By the path of the field, `procedureSettings.NAME`. */
  errors: Record<string, string>;
  onChange(value: Values): void;
}

/** The settings of a plug-in, drawn from what it says of them. */
export function ProcedureSettings({ procedure, value, stored, errors, onChange }: Props): ReactElement | null {
  const { t } = useTranslation();
  const asked = useQuery(procedureQuery(procedure));
  if (asked.error && !asked.data) return <Waiting on={[asked]} />;
  const settings = asked.data?.procedureSettings ?? [];
  if (settings.length === 0) return null;
  return (
    <fieldset className={classes.list}>
      <legend>{t('devicetype.settings')}</legend>
      <div className={classes.settings}>
        {settings.map((setting) => (
          <SettingInput
            key={setting.name}
            setting={setting}
            value={setting.name in value ? value[setting.name] : setting.defaultValue}
            stored={stored}
            error={errors[`procedureSettings.${setting.name}`]}
            onChange={(next) => onChange({ ...value, [setting.name]: next })}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface InputProps {
  setting: Setting;
  value: unknown;
  stored: boolean;
  error: string | undefined;
  onChange(value: unknown): void;
}

function SettingInput({ setting, value, stored, error, onChange }: InputProps): ReactElement {
  const { t } = useTranslation();
  const { type, required, secret, options = [], minimum, maximum } = setting;
  const bounds = minimum !== undefined && maximum !== undefined ? `${minimum} ${t('form.between')} ${maximum}` : undefined;
  const hints = [setting.help, bounds, secret && stored ? t('devicetype.secretStays') : undefined];
  const description = hints.filter(Boolean).join(' ') || undefined;
  const common = { name: `procedureSettings.${setting.name}`, label: setting.label, description, error };
  const text = String(value ?? '');
  if (type === 'boolean') {
    return <Switch {...common} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
  }
  if (type === 'choice') {
    const empty = required && text !== '' ? [] : [{ value: '', label: t(required ? 'form.choose' : 'form.none') }];
    const data = [...empty, ...options.map((option) => ({ value: option.id, label: option.representation }))];
    return <NativeSelect {...common} required={required} data={data} value={text} onChange={(event) => onChange(event.currentTarget.value || null)} />;
  }
  const take = (event: { currentTarget: { value: string } }): void => onChange(typed(type, event.currentTarget.value));
  if (secret) return <SecretInput {...common} required={required && !stored} autoComplete="new-password" value={text} onChange={take} />;
  const numeric = type !== 'text';
  return (
    <TextInput
      {...common}
      required={required}
      autoComplete="off"
      inputMode={numeric ? 'decimal' : undefined}
      maxLength={setting.maximumLength}
      value={text}
      onChange={take}
    />
  );
}

/** A number once it is written as one; anything else goes as it is, so that the server says no to it. */
function typed(type: Setting['type'], text: string): unknown {
  if (text === '') return null;
  const number = Number(text);
  return type !== 'text' && String(number) === text && Number.isFinite(number) ? number : text;
}
