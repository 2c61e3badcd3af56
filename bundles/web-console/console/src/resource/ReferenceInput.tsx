// SPDX-License-Identifier: Apache-2.0
import { MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../components/failure';
import { metadataQuery } from './metadata';
import { choicesQuery, type Reference, type Source } from './references';

interface Props {
  name: string;
  /** From where the choices come; undefined while that depends on something not chosen yet. */
  source: Source | undefined;
  label: string;
  multiple: boolean;
  value: readonly Reference[];
  onChange(value: Reference[]): void;
  required?: boolean;
  error?: string | undefined;
}

/** Chooses other things by their name, searched for on the server. */
export function ReferenceInput({ name, source, label, multiple, value, onChange, required, error }: Props): ReactElement {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const { data: metadata = {} } = useQuery(metadataQuery);
  // what stands in a closed field is the name of the choice, no search
  const typed = !multiple && value.some(({ representation }) => representation === search) ? '' : search;
  const [text] = useDebouncedValue(typed, 250);
  const { data: found = [], error: failure, isFetching } = useQuery(choicesQuery(source, metadata, text));

  // in the order of the server, which also knows names that the value does not know yet
  const known = new Map([...found, ...value, ...found].map((one) => [String(one.id), one]));
  const choose = (ids: string[]): void => onChange(ids.flatMap((id) => known.get(id) ?? []));
  const common = {
    name,
    label,
    required: required ?? false,
    data: [...known.values()].map(({ id, representation }) => ({ value: String(id), label: representation })),
    error: error ?? (failure ? describeFailure(failure, t) : undefined),
    searchable: true,
    clearable: true,
    clearButtonProps: { 'aria-label': t('form.clear', { name: label }) },
    searchValue: search,
    onSearchChange: setSearch,
    nothingFoundMessage: source === undefined ? t('form.chooseFirst') : isFetching ? t('loading') : t('form.nothingFound'),
    maxDropdownHeight: 260,
    // the server filters; what is chosen stays known, but is not offered unless it fits
    limit: 40,
  };
  if (multiple) return <MultiSelect {...common} value={value.map(({ id }) => String(id))} onChange={choose} />;
  const chosen = value[0];
  return (
    <Select {...common} value={chosen ? String(chosen.id) : null} onChange={(id) => choose(id === null ? [] : [id])} />
  );
}
