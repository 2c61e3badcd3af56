// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SecretInput } from '../components/SecretInput';
import type { FieldMeta } from '../resource/metadata';
import { ReferenceInput } from '../resource/ReferenceInput';
import type { Reference } from '../resource/references';
import { optionLabel } from '../resource/words';
import { fromLocal, toLocal } from '../util/format';
import classes from './Form.module.css';

interface Props {
  field: FieldMeta;
  label: string;
  value: unknown;
  error: string | undefined;
  required: boolean;
  onChange(value: unknown): void;
}

/** One field, by its type. */
export function FieldInput({ field, label, value, error, required, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const { name, type } = field;
  const common = { name, label, error, required };
  const take = (event: { currentTarget: { value: string } }): void => onChange(event.currentTarget.value);
  switch (type) {
    case 'boolean':
      return (
        <Switch
          className={classes.switch}
          name={name}
          label={label}
          error={error}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'enum': {
      const options = (field.options ?? []).map((option) => ({ value: option, label: optionLabel(t, name, option) }));
      const data = required && value !== '' ? options : [{ value: '', label: t(required ? 'form.choose' : 'form.none') }, ...options];
      return <NativeSelect {...common} data={data} value={String(value ?? '')} onChange={take} />;
    }
    case 'one':
    case 'many':
      return (
        <ReferenceInput {...common} multiple={type === 'many'} value={value as Reference[]} onChange={onChange} />
      );
    case 'dateTime':
      return (
        <TextInput
          {...common}
          type="datetime-local"
          value={toLocal(String(value ?? ''))}
          onChange={(event) => onChange(fromLocal(event.currentTarget.value))}
        />
      );
    case 'longText':
      return <Textarea {...common} rows={3} value={String(value ?? '')} onChange={take} />;
    default: {
      const numeric = type === 'integer' || type === 'long';
      const texts = { ...common, value: String(value ?? ''), onChange: take };
      if (field.sensitive) return <SecretInput {...texts} autoComplete="new-password" />;
      return (
        <TextInput
          {...texts}
          autoComplete="off"
          inputMode={numeric ? 'numeric' : undefined}
          maxLength={field.maximumLength}
          description={numeric ? bounds(field, t('form.between')) : undefined}
        />
      );
    }
  }
}

function bounds({ minimum, maximum }: FieldMeta, between: string): string | undefined {
  return minimum === undefined || maximum === undefined ? undefined : `${minimum} ${between} ${maximum}`;
}
