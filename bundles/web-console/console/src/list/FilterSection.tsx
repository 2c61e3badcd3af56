// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect } from '@mantine/core';
import { type ReactElement, type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterMeta, ResourceMeta } from '../resource/metadata';
import { fieldLabel } from '../resource/words';
import { FilterInput } from './FilterInput';
import classes from './FilterSection.module.css';
import { type FilterValue, filterKind } from './list-state';

interface Props {
  id: string;
  resource: string;
  meta: ResourceMeta;
  /** What is filtered by now. */
  value: readonly FilterValue[];
  /** Whose filters are offered without being asked for. */
  columns: readonly string[];
  onApply(filters: FilterValue[]): void;
}

/** One input for each column that can be filtered; the others of a wide list can be added. */
export function FilterSection({ id, resource, meta, value, columns, onApply }: Props): ReactElement {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<FilterValue[]>([...value]);
  const [added, setAdded] = useState<string[]>([]);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    // by the back button, or by a link
    setSeen(value);
    setDraft([...value]);
  }
  const usable = meta.filters.filter((filter) => filterKind(filter, meta) !== 'none');
  const offered = (filter: FilterMeta): boolean =>
    usable.length <= 8 ||
    columns.includes(filter.name) ||
    added.includes(filter.name) ||
    value.some(({ filterBy }) => filterBy === filter.name);
  const shown = usable.filter(offered);
  const others = usable
    .filter((filter) => !offered(filter))
    .map((filter) => ({ value: filter.name, label: fieldLabel(t, resource, filter) }))
    .sort((one, other) => one.label.localeCompare(other.label));

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    onApply(draft);
  }

  function clear(): void {
    setDraft([]);
    setAdded([]);
    onApply([]);
  }

  return (
    <form id={id} className={classes.section} onSubmit={submit} aria-label={t('list.filters')} noValidate>
      <div className={classes.inputs}>
        {shown.map((filter) => (
          <FilterInput
            key={filter.name}
            label={fieldLabel(t, resource, filter)}
            filter={filter}
            meta={meta}
            draft={draft}
            onChange={setDraft}
          />
        ))}
      </div>
      <div className={classes.buttons}>
        <Button type="submit">{t('list.applyFilters')}</Button>
        <Button variant="default" onClick={clear}>
          {t('list.clearFilters')}
        </Button>
        {others.length > 0 && (
          <NativeSelect
            aria-label={t('list.addFilter')}
            value=""
            data={[{ value: '', label: t('list.addFilter') }, ...others]}
            onChange={(event) => {
              const name = event.currentTarget.value;
              if (name !== '') setAdded((before) => [...before, name]);
            }}
          />
        )}
      </div>
    </form>
  );
}
