// SPDX-License-Identifier: Apache-2.0
import { Switch, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentInput } from '../components/MomentInput';
import { SecretInput } from '../components/SecretInput';
import { type FieldMeta, metadataQuery } from '../resource/metadata';
import { ReferenceInput } from '../resource/ReferenceInput';
import { type Reference, sourceOfField } from '../resource/references';
import { ChoiceInput } from './ChoiceInput';
import classes from './Form.module.css';
import type { Values } from './form-values';

interface Props {
  field: FieldMeta;
  label: string;
  value: unknown;
  error: string | undefined;
  required: boolean;
  /** The other members, on which the choices may depend. */
  thing: Values;
  onChange(value: unknown): void;
}

/** One field, by its type. */
export function FieldInput({ field, label, value, error, required, thing, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const { name, type } = field;
  const common = { name, label, error, required };
  const take = (event: { currentTarget: { value: string } }): void => onChange(event.currentTarget.value);
  switch (type) {
    case 'boolean':
      return (
        <Switch
          name={name}
          label={label}
          error={error}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'enum':
      return <ChoiceInput {...common} field={field} value={String(value ?? '')} onChange={onChange} />;
    case 'one':
    case 'many':
      return <References {...common} field={field} thing={thing} value={value as Reference[]} onChange={onChange} />;
    case 'dateTime':
      return <MomentInput {...common} value={String(value ?? '')} onChange={onChange} />;
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
          leftSection={name === 'color' && <ColorPick value={texts.value} label={t('form.pickColor', { name: label })} onChange={onChange} />}
          inputMode={numeric ? 'numeric' : undefined}
          maxLength={field.maximumLength}
          description={numeric ? bounds(field, t('form.between')) : undefined}
        />
      );
    }
  }
}

/** The browser's own choice of a colour, beside the colour as text. */
function ColorPick({ value, label, onChange }: { value: string; label: string; onChange(value: string): void }): ReactElement {
  const known = /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : '#000000';
  return <input type="color" className={classes.color} aria-label={label} value={known} onChange={(event) => onChange(event.currentTarget.value)} />;
}

interface ReferencesProps {
  field: FieldMeta;
  name: string;
  label: string;
  error: string | undefined;
  required: boolean;
  thing: Values;
  value: Reference[];
  onChange(value: Reference[]): void;
}

function References({ field, thing, ...props }: ReferencesProps): ReactElement {
  const { data: metadata = {} } = useQuery(metadataQuery);
  return <ReferenceInput {...props} source={sourceOfField(field, metadata, thing)} multiple={field.type === 'many'} />;
}

function bounds({ minimum, maximum }: FieldMeta, between: string): string | undefined {
  return minimum === undefined || maximum === undefined ? undefined : `${minimum} ${between} ${maximum}`;
}
