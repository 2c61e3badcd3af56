// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/http';
import { describeFailure } from '../components/failure';
import { wordErrors, wordMessage } from '../components/form-errors';
import { Notice } from '../components/Notice';
import { appliesTo, deviceTypeOf } from '../device/device';
import { FieldInputs } from '../form/FieldInputs';
import { emptyValues, missingRequired, toBody, visibleInputs } from '../form/form-values';
import { type Action, actionLabel, deleteEffects } from '../resource/actions';
import { nameOf, type Thing } from '../resource/metadata';
import { flash } from '../util/flash';
import classes from './ListPage.module.css';
import { runAction } from './use-row-action';

interface Props {
  resource: string;
  action: Action;
  row: Thing;
  onDone(): void;
  onClose(): void;
  /** It is asked on the page of the thing, which is left when the thing is deleted. */
  leaves?: boolean;
}

/** Asks before something is done to one row, and for what it needs. */
export function ActionDialog({ resource, action: offered, row, onDone, onClose, leaves = false }: Props): ReactElement {
  const { t } = useTranslation();
  const inputs = offered.inputs.filter(({ name }) => appliesTo(deviceTypeOf(row), name));
  const action = { ...offered, inputs };
  const [values, setValues] = useState(() => emptyValues(action.inputs));
  const [missing, setMissing] = useState<Record<string, string>>({});
  const words = { action: actionLabel(t, resource, action), name: nameOf(row) };
  const removes = action.kind === 'delete';

  function done(warnings: string[] = []): void {
    const text = removes ? t('list.deleted', words) : t('list.done', words);
    flash.show({ kind: warnings.length > 0 ? 'info' : 'success', text: [text, ...warnings].join(' '), carried: leaves });
    onDone();
  }

  const run = useMutation({
    mutationFn: () => runAction(action, row, toBody(action.inputs, values)),
    onSuccess: () => done(),
    onError: (failure) => {
      if (storedAllTheSame(failure)) done(failure.reasons.map((reason) => wordMessage(reason, t)));
    },
  });
  const worded = run.error ? wordErrors(run.error, action.inputs.map(({ name }) => name), t) : null;
  const general = worded ? worded.form : run.error ? [describeFailure(run.error, t)] : [];

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const found = missingRequired(visibleInputs(action.inputs, values), values, t);
    setMissing(found);
    if (Object.keys(found).length > 0) return;
    // not once this dialog is closed: another one may be open by then
    run.mutate(undefined, { onSuccess: onClose, onError: (failure) => storedAllTheSame(failure) && onClose() });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={words.action}
      size={action.inputs.length > 0 ? 'lg' : 'md'}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text className="wrap-anywhere">{removes ? t('list.deleteQuestion', words) : t('list.question', words)}</Text>
          {removes && <Effects resource={resource} />}
          {general.length > 0 && <Notice kind="error">{general.join(' ')}</Notice>}
          <FieldInputs
            resource={resource}
            fields={action.inputs}
            values={values}
            errors={{ ...worded?.fields, ...missing }}
            onChange={setValues}
            thing={row}
          />
          <div className="buttons">
            <Button type="submit" loading={run.isPending} color={removes ? 'red' : 'blue'}>
              {removes ? words.action : t('submit')}
            </Button>
            <Button variant="default" onClick={onClose} data-autofocus={removes || undefined}>
              {t('cancel')}
            </Button>
          </div>
        </Stack>
      </form>
    </Modal>
  );
}

const storedAllTheSame = (failure: unknown): failure is ApiError => failure instanceof ApiError && Boolean(failure.payload);

/** What else is gone or changes, before somebody agrees to it. */
export function Effects({ resource }: { resource: string }): ReactElement | null {
  const { t } = useTranslation();
  const effects = deleteEffects(t, resource);
  if (effects.length === 0) return null;
  return (
    <ul className={classes.effects} aria-label={t('list.effects')}>
      {effects.map((effect) => (
        <li key={effect}>{effect}</li>
      ))}
    </ul>
  );
}
