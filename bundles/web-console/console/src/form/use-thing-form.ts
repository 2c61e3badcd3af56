// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client';
import { ApiError } from '../api/http';
import { describeFailure } from '../components/failure';
import { type WordedErrors, wordErrors, wordMessage } from '../components/form-errors';
import { type FieldMeta, nameOf, type Thing } from '../resource/metadata';
import { flash } from '../util/flash';
import { missingRequired, toBody, type Values, visibleInputs } from './form-values';
import { useLeaveForm } from './use-leave-form';

const none: WordedErrors = { form: [], fields: {} };

export interface ThingFormState {
  values: Values;
  errors: WordedErrors;
  busy: boolean;
  change(values: Values | ((before: Values) => Values)): void;
  /** Stores what these fields hold: those that count now. */
  submit(fields: readonly FieldMeta[]): void;
  leave(): void;
  /** Whether something would be lost. */
  dirty(): boolean;
}

interface Options {
  resource: string;
  id: string | undefined;
  initial: Values;
  path: string;
  template?: string | undefined;
}

export function useThingForm({ resource, id, initial, path, template }: Options): ThingFormState {
  const { t } = useTranslation();
  const leave = useLeaveForm(resource, template);
  const queries = useQueryClient();
  // what the form began with; a page that is drawn anew does not change it
  const [begun] = useState(initial);
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState(none);
  const unsaved = useRef(false);
  useEffect(() => {
    unsaved.current = JSON.stringify(values) !== JSON.stringify(begun);
  }, [values, begun]);

  function done(name: string, warnings: string[] = []): void {
    unsaved.current = false;
    const text = t(id === undefined ? 'form.created' : 'form.saved', { name });
    flash.show({ kind: warnings.length > 0 ? 'info' : 'success', text: [text, ...warnings].join(' ') });
    void queries.invalidateQueries({ queryKey: ['list', resource] });
    queries.removeQueries({ queryKey: ['thing', resource] });
    if (template !== undefined) queries.removeQueries({ queryKey: ['thing', 'template'] });
    leave();
  }

  const save = useMutation({
    mutationFn: (fields: readonly FieldMeta[]) => request<Thing>(path, { body: toBody(fields, values) }),
    onSuccess: (thing) => done(nameOf(thing)),
    onError: (failure, fields) => {
      if (failure instanceof ApiError && failure.payload) {
        // stored all the same
        done(nameOf(failure.payload as Thing), failure.reasons.map((reason) => wordMessage(reason, t)));
        return;
      }
      const known = visibleInputs(fields, values).map(({ name }) => name);
      setErrors(wordErrors(failure, known, t) ?? { form: [describeFailure(failure, t)], fields: {} });
    },
  });

  function submit(fields: readonly FieldMeta[]): void {
    if (save.isPending) return;
    const missing = missingRequired(visibleInputs(fields, values), values, t);
    setErrors({ form: [], fields: missing });
    if (Object.keys(missing).length === 0) save.mutate(fields);
  }

  return { values, errors, busy: save.isPending, change: setValues, submit, leave, dirty: () => unsaved.current };
}
