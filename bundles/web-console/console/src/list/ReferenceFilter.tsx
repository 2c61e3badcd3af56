// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { metadataQuery } from '../resource/metadata';
import { ReferenceInput } from '../resource/ReferenceInput';
import { namesQuery, type Reference, sourceOfFilter } from '../resource/references';
import type { FilterInputProps } from './FilterInput';
import { filterValue, withFilter } from './list-state';

type Id = Reference['id'];

const nameIn = (references: readonly Reference[], id: Id): Reference | undefined => references.find((one) => String(one.id) === String(id));

/** The address knows ids alone; what their names are is asked for, unless they were chosen here. */
export function ReferenceFilter({ label, filter, draft, onChange }: FilterInputProps): ReactElement | null {
  const { data: metadata = {} } = useQuery(metadataQuery);
  const source = sourceOfFilter(filter, metadata);
  const [chosenHere, setChosenHere] = useState<readonly Reference[]>([]);
  const value = filterValue(draft, filter.name, 'equalMultiple') ?? filterValue(draft, filter.name, 'equal');
  const ids = Array.isArray(value) ? value : value === undefined ? [] : [value as number];
  const unknown = ids.filter((id) => !nameIn(chosenHere, id));
  const { data: names = [], isPending } = useQuery(namesQuery(source, unknown));
  if (!source) return null;
  const named = (id: Id): Reference => nameIn(chosenHere, id) ?? nameIn(names, id) ?? { id, representation: isPending ? '…' : `#${id}` };
  const others = draft.filter(({ filterBy }) => filterBy !== filter.name);
  return (
    <ReferenceInput
      name={filter.name}
      source={source}
      label={label}
      multiple
      value={ids.map(named)}
      onChange={(things) => {
        const added = things.filter(({ id }) => !ids.some((one) => String(one) === String(id)));
        setChosenHere([...chosenHere, ...added]);
        onChange(withFilter(others, { filterBy: filter.name, filterType: 'equalMultiple', filterValue: things.map(({ id }) => id) }));
      }}
    />
  );
}
