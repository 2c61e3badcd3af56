// SPDX-License-Identifier: Apache-2.0
import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentInput } from '../components/MomentInput';
import { type FilterMeta, metadataQuery, type ResourceMeta } from '../resource/metadata';
import { ReferenceInput } from '../resource/ReferenceInput';
import { namesQuery, sourceOfFilter } from '../resource/references';
import { optionLabel } from '../resource/words';
import classes from './FilterSection.module.css';
import { type FilterContent, type FilterValue, filterKind, filterValue, withFilter } from './list-state';

interface Props {
  label: string;
  filter: FilterMeta;
  meta: ResourceMeta;
  draft: readonly FilterValue[];
  onChange(draft: FilterValue[]): void;
}

export function FilterInput(props: Props): ReactElement | null {
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
    case 'choice': {
      const options = meta.fields.find(({ name }) => name === filter.name)?.options ?? [];
      const value = get('equalMultiple');
      return (
        <MultiSelect
          label={label}
          data={options.map((option) => ({ value: option, label: optionLabel(t, filter.name, option) }))}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={(chosen) => set('equalMultiple', chosen)}
          clearable
          clearButtonProps={{ 'aria-label': t('form.clear', { name: label }) }}
        />
      );
    }
    case 'reference':
      return <ReferenceFilter {...props} />;
    case 'moment':
      return <Pair {...props} kind="moment" types={['dateTimeGreaterThanOrEqual', 'dateTimeLessThanOrEqual']} />;
    case 'number':
      return <Pair {...props} kind="number" types={['greaterThanOrEqual', 'lessThanOrEqual']} />;
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

/** The address knows ids alone; what their names are is asked for. */
function ReferenceFilter({ label, filter, draft, onChange }: Props): ReactElement | null {
  const { data: metadata = {} } = useQuery(metadataQuery);
  const source = sourceOfFilter(filter, metadata);
  const value = filterValue(draft, filter.name, 'equalMultiple') ?? filterValue(draft, filter.name, 'equal');
  const ids = Array.isArray(value) ? value : value === undefined ? [] : [value as number];
  const { data: names = [] } = useQuery(namesQuery(source, ids));
  if (!source) return null;
  const chosen = ids.map((id) => names.find((one) => String(one.id) === String(id)) ?? { id, representation: `#${id}` });
  const others = draft.filter(({ filterBy }) => filterBy !== filter.name);
  return (
    <ReferenceInput
      name={filter.name}
      source={source}
      label={label}
      multiple
      value={chosen}
      onChange={(things) =>
        onChange(
          withFilter(others, {
            filterBy: filter.name,
            filterType: 'equalMultiple',
            filterValue: things.map(({ id }) => id),
          }),
        )
      }
    />
  );
}

interface PairProps extends Props {
  kind: 'number' | 'moment';
  types: readonly [from: string, to: string];
}

function Pair({ label, filter, draft, onChange, kind, types }: PairProps): ReactElement {
  const { t } = useTranslation();
  const moment = kind === 'moment';
  const shown = (type: string): string => {
    const value = filterValue(draft, filter.name, type);
    return value === undefined ? '' : String(value);
  };
  const set = (filterType: string, text: string): void => {
    const value = text === '' || moment ? text : Number(text);
    onChange(withFilter(draft, { filterBy: filter.name, filterType, filterValue: value }));
  };
  return (
    <fieldset className={moment ? `${classes.pair} ${classes.wide}` : classes.pair}>
      <legend>{label}</legend>
      <div>
        {types.map((type, place) => {
          const words = {
            'aria-label': t(place === 0 ? 'list.filterFrom' : 'list.filterTo', { name: label }),
            placeholder: t(place === 0 ? 'list.from' : 'list.to'),
          };
          return moment ? (
            <MomentInput key={type} {...words} value={shown(type)} onChange={(text) => set(type, text)} />
          ) : (
            <TextInput
              key={type}
              {...words}
              type="number"
              value={shown(type)}
              onChange={(event) => set(type, event.currentTarget.value)}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
