// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentInput } from '../components/MomentInput';
import type { FilterInputProps } from './FilterInput';
import classes from './FilterSection.module.css';
import { filterValue, withFilter } from './list-state';

interface Props extends FilterInputProps {
  kind: 'number' | 'moment';
  types: readonly [from: string, to: string];
}

/** From and to. */
export function FilterPair({ label, filter, draft, onChange, kind, types }: Props): ReactElement {
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
