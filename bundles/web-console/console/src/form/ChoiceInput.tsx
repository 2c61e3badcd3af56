// SPDX-License-Identifier: Apache-2.0
import { NativeSelect } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../components/failure';
import type { FieldMeta } from '../resource/metadata';
import { useChoices } from '../resource/use-choices';

interface Props {
  field: FieldMeta;
  label: string;
  value: string;
  error: string | undefined;
  required: boolean;
  onChange(value: string): void;
}

/** One of a few texts: those that were declared, or those that the plug-ins of the server provide now. */
export function ChoiceInput({ field, label, value, error, required, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const { name } = field;
  const { offered, complete, live, failure } = useChoices(field);
  const gone = value !== '' && complete && !offered.some((one) => one.value === value);
  const kept = value !== '' && !offered.some((one) => one.value === value) ? [{ value, label: gone ? t('form.goneOption', { name: value }) : value }] : [];
  // where there is one by default, nothing is no choice
  const filled = value !== '' && (required || field.default !== undefined);
  const empty = filled ? [] : [{ value: '', label: t(required ? 'form.choose' : 'form.none') }];
  return (
    <NativeSelect
      name={name}
      label={label}
      required={required}
      error={error ?? (failure ? describeFailure(failure, t) : live && gone ? t('form.notInstalled', { name: value }) : undefined)}
      data={[...empty, ...kept, ...offered]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
