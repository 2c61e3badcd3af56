// SPDX-License-Identifier: Apache-2.0
import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../components/failure';
import type { FilterMeta, ResourceMeta } from '../resource/metadata';
import { useChoices } from '../resource/use-choices';
import { FilterPair } from './FilterPair';
import { type FilterContent, type FilterValue, filterKind, filterValue, withFilter } from './list-state';
import { ReferenceFilter } from './ReferenceFilter';

export interface FilterInputProps {
  label: string;
  filter: FilterMeta;
  meta: ResourceMeta;
  draft: readonly FilterValue[];
  onChange(draft: FilterValue[]): void;
}

export function FilterInput(props: FilterInputProps): ReactElement | null {
  const { t } = useTranslation();
  const { label, filter, meta, draft, onChange } = props;
  const get = (type: string): FilterContent | undefined => filterValue(draft, filter.name, type);
  const set = (filterType: string, value: FilterContent): void =>
    onChange(withFilter(draft, { filterBy: filter.name, filterType, filterValue: value }));

  switch (filterKind(filter, meta)) {
    case 'boolean': {
      const value = get('boolean');
      const data = [
        { value: '', label: t('list.any') },
        { value: 'true', label: t('yes') },
        { value: 'false', label: t('no') },
      ];
      const choose = (chosen: string): void => set('boolean', chosen === '' ? '' : chosen === 'true');
      return (
        <NativeSelect
          label={label}
          data={data}
          value={value === undefined ? '' : String(value)}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      );
    }
    case 'choice':
      return <ChoiceFilter {...props} />;
    case 'reference':
      return <ReferenceFilter {...props} />;
    case 'moment':
      return <FilterPair {...props} kind="moment" types={['dateTimeGreaterThanOrEqual', 'dateTimeLessThanOrEqual']} />;
    case 'number':
      return <FilterPair {...props} kind="number" types={['greaterThanOrEqual', 'lessThanOrEqual']} />;
    default: {
      const type = filter.filterTypes?.includes('like') ? 'like' : 'equal';
      return (
        <TextInput
          label={label}
          value={String(get(type) ?? '')}
          onChange={(event) => set(type, event.currentTarget.value)}
        />
      );
    }
  }
}

function ChoiceFilter({ label, filter, meta, draft, onChange }: FilterInputProps): ReactElement {
  const { t } = useTranslation();
  const { name, choices } = filter;
  const { offered, complete, failure } = useChoices({ name, choices, options: meta.fields.find((field) => field.name === name)?.options });
  const value = filterValue(draft, name, 'equalMultiple') ?? filterValue(draft, name, 'equal') ?? [];
  const chosen = Array.isArray(value) ? value.map(String) : [String(value)];
  // rows may have what is offered no more
  const gone = chosen.filter((one) => !offered.some((option) => option.value === one));
  const others = draft.filter(({ filterBy }) => filterBy !== name);
  return (
    <MultiSelect
      label={label}
      data={[...offered, ...gone.map((one) => ({ value: one, label: complete ? t('form.goneOption', { name: one }) : one }))]}
      error={failure ? describeFailure(failure, t) : undefined}
      value={chosen}
      onChange={(values) => onChange(withFilter(others, { filterBy: name, filterType: 'equalMultiple', filterValue: values }))}
      clearable
      clearButtonProps={{ 'aria-label': t('form.clear', { name: label }) }}
    />
  );
}
