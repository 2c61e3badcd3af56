// SPDX-License-Identifier: Apache-2.0
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client';
import { describeFailure } from '../components/failure';
import type { FieldMeta } from '../resource/metadata';
import type { Reference } from '../resource/references';
import { optionLabel } from '../resource/words';

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
  const { name, options, choices } = field;
  const live = options === undefined && choices !== undefined;
  const { data, error: failure } = useQuery({
    queryKey: ['options', choices],
    queryFn: ({ signal }) => request<Reference[]>(choices ?? '', { signal }),
    enabled: live,
    staleTime: 30_000,
  });
  // the names of some are ids of words
  const worded = (one: Reference): string =>
    one.representation.startsWith('enum.') ? optionLabel(t, name, String(one.id)) : one.representation;
  const offered = live
    ? (data ?? []).map((one) => ({ value: String(one.id), label: worded(one) }))
    : (options ?? []).map((option) => ({ value: option, label: optionLabel(t, name, option) }));
  const gone = value !== '' && (!live || data !== undefined) && !offered.some((one) => one.value === value);
  const kept = value !== '' && !offered.some((one) => one.value === value) ? [{ value, label: gone ? t('form.goneOption', { name: value }) : value }] : [];
  const empty = required && value !== '' ? [] : [{ value: '', label: t(required ? 'form.choose' : 'form.none') }];
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
