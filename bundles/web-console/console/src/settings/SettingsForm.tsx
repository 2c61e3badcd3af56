// SPDX-License-Identifier: Apache-2.0
import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client';
import { describeFailure } from '../components/failure';
import { type WordedErrors, wordErrors } from '../components/form-errors';
import { Notice } from '../components/Notice';
import { FieldInputs } from '../form/FieldInputs';
import { missingRequired, toBody, type Values, valuesOf, visibleInputs } from '../form/form-values';
import { LeaveDialog } from '../form/LeaveDialog';
import type { FieldMeta } from '../resource/metadata';
import classes from './SettingsPage.module.css';

interface Props {
  path: string;
  stored: Values;
  groups: readonly { title?: string; fields: readonly FieldMeta[] }[];
  /** Sent as they were stored. */
  unseen?: readonly FieldMeta[];
}

const none: WordedErrors = { form: [], fields: {} };

/** Settings that are stored together. */
export function SettingsForm({ path, stored, groups, unseen = [] }: Props): ReactElement {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const element = useRef<HTMLFormElement>(null);
  const fields = [...groups.flatMap((group) => group.fields), ...unseen];
  const [kept, setKept] = useState(() => valuesOf(fields, stored));
  const [values, setValues] = useState(kept);
  const [errors, setErrors] = useState(none);
  const [outcome, setOutcome] = useState<'busy' | 'stored'>();
  const dirty = JSON.stringify(values) !== JSON.stringify(kept);
  const unsaved = useRef(false);
  useEffect(() => {
    unsaved.current = dirty;
  }, [dirty]);
  // once they are on the page
  useEffect(() => {
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  function change(next: Values): void {
    setOutcome(undefined);
    setValues(next);
  }

  async function submit(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (outcome === 'busy') return;
    const visible = visibleInputs(fields, values);
    const missing = missingRequired(visible, values, t);
    setErrors({ form: [], fields: missing });
    setOutcome(undefined);
    if (Object.keys(missing).length > 0) return;
    setOutcome('busy');
    try {
      const now = valuesOf(fields, await request<Values>(path, { body: toBody(fields, values) }));
      setKept(now);
      setValues(now);
      setOutcome('stored');
      void queries.invalidateQueries({ queryKey: ['anonymous', 'configuration'] });
    } catch (failure) {
      setOutcome(undefined);
      const known = visible.map(({ name }) => name);
      setErrors(wordErrors(failure, known, t) ?? { form: [describeFailure(failure, t)], fields: {} });
    }
  }

  return (
    <form ref={element} onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        {errors.form.length > 0 && (
          <Notice kind="error" title={t('failed.title')}>
            {errors.form.join(' ')}
          </Notice>
        )}
        {groups.map((group, place) => (
          <fieldset key={group.title ?? place} className={classes.group}>
            {group.title && <legend>{group.title}</legend>}
            <FieldInputs resource="configuration" fields={group.fields} values={values} errors={errors.fields} onChange={change} />
          </fieldset>
        ))}
        <div className={classes.actions}>
          <Button type="submit" loading={outcome === 'busy'}>
            {t('submit')}
          </Button>
          <span role="status">{outcome === 'stored' && t('settings.stored')}</span>
        </div>
      </Stack>
      <LeaveDialog dirty={() => unsaved.current} />
    </form>
  );
}
