// SPDX-License-Identifier: Apache-2.0
import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, type SyntheticEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/Notice';
import { Waiting } from '../components/Waiting';
import { ownNames, usualType } from '../devicetype/procedure';
import type { FieldMeta } from '../resource/metadata';
import { FieldInputs } from './FieldInputs';
import classes from './Form.module.css';
import { type Values, valuesOf } from './form-values';
import { LeaveDialog } from './LeaveDialog';
import { useFormFields } from './use-form-fields';
import { useThingForm } from './use-thing-form';

interface Props {
  resource: string;
  id: string | undefined;
  fields: readonly FieldMeta[];
  initial: Values;
  /** What is stored, as far as choices depend on it. */
  thing?: Values | undefined;
  /** The template to go back to, when it is a version of one. */
  template?: string | undefined;
  /** The call that stores it. */
  path: string;
}

export function ThingForm(props: Props): ReactElement {
  const { t } = useTranslation();
  const form = useThingForm(props);
  const element = useRef<HTMLFormElement>(null);
  const { fields, thing, missing } = useFormFields(props, form.values);

  const usual = useMutation({
    mutationFn: usualType,
    onSuccess: (found, procedure) => {
      const known = props.fields.filter(({ name }) => name in found && !ownNames.has(name));
      form.change((before) => (before.communicationProcedure === procedure ? { ...before, ...valuesOf(known, found) } : before));
    },
  });
  const asked = usual.error ? [...missing, { data: undefined, error: usual.error, refetch: () => usual.mutate(usual.variables) }] : missing;

  // once they are on the page
  useEffect(() => {
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form.errors]);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    form.submit(fields);
  }

  /** Another procedure begins with what is usual for it; what a type is called stays. */
  function change(values: Values): void {
    form.change(values);
    const procedure = String(values.communicationProcedure ?? '');
    if (props.resource !== 'devicetype' || props.id !== undefined || procedure === '' || procedure === form.values.communicationProcedure) return;
    usual.mutate(procedure);
  }

  const faulty = Object.keys(form.errors.fields).length > 0;
  return (
    <form ref={element} className={classes.form} data-wide={props.resource === 'config' || undefined} onSubmit={submit} noValidate>
      <Stack>
        {(faulty || form.errors.form.length > 0) && (
          <Notice kind="error" title={faulty ? t('validation.failed') : t('failed.title')}>
            {form.errors.form.map((text) => (
              <p key={text} className="notice-line">
                {text}
              </p>
            ))}
          </Notice>
        )}
        <FieldInputs
          resource={props.resource}
          fields={fields}
          values={form.values}
          errors={form.errors.fields}
          lines={form.errors.lines}
          onChange={change}
          thing={thing}
        />
        {asked.length > 0 && <Waiting on={asked} />}
        <div className={classes.actions}>
          <Button type="submit" loading={form.busy}>
            {t('submit')}
          </Button>
          <Button variant="default" onClick={form.leave}>
            {t('back')}
          </Button>
        </div>
      </Stack>
      <LeaveDialog dirty={form.dirty} />
    </form>
  );
}
