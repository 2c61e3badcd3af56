// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button } from '@mantine/core';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PlusIcon, TrashIcon } from '../components/icons';
import type { FieldMeta } from '../resource/metadata';
import { FieldInputs } from './FieldInputs';
import classes from './Form.module.css';
import { emptyValues, type Values } from './form-values';

interface Props {
  resource: string;
  field: FieldMeta;
  label: string;
  value: Values[];
  errors: Record<string, string>;
  path: string;
  onChange(value: Values[]): void;
}

/** Objects that are a part of the thing, such as variables: one row of inputs each. */
export function ObjectListInput({ resource, field, label, value, errors, path, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const rows = useRef<HTMLOListElement>(null);
  const added = useRef(false);
  // texts fit in one line here
  const members = (field.members ?? []).map((member): FieldMeta => (member.type === 'longText' ? { ...member, type: 'text' } : member));

  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    rows.current?.lastElementChild?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [value.length]);

  function add(): void {
    added.current = true;
    onChange([...value, emptyValues(field.members ?? [])]);
  }

  return (
    <fieldset className={classes.list} aria-invalid={errors[path] ? true : undefined}>
      <legend>{label}</legend>
      {errors[path] && <p className={classes.error}>{errors[path]}</p>}
      <ol ref={rows}>
        {value.map((one, place) => (
          <li key={place}>
            <div>
              <FieldInputs
                resource={resource}
                fields={members.map((member) => (String(one[member.name] ?? '').includes('\n') ? { ...member, type: 'longText' } : member))}
                values={one}
                errors={errors}
                path={`${path}.${place}.`}
                onChange={(changed) => onChange(value.with(place, changed))}
              />
              {errors[`${path}.${place}`] && <p className={classes.error}>{errors[`${path}.${place}`]}</p>}
            </div>
            <ActionIcon
              variant="subtle"
              color="red"
              size="lg"
              aria-label={t('form.removeEntry', { name: label, place: place + 1 })}
              title={t('form.remove')}
              onClick={() => onChange(value.filter((_one, at) => at !== place))}
            >
              <TrashIcon />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <Button variant="default" size="xs" leftSection={<PlusIcon />} onClick={add} aria-label={t('form.addEntry', { name: label })}>
        {t('form.add')}
      </Button>
    </fieldset>
  );
}
