// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../components/failure';
import { wordErrors, wordMessage } from '../components/form-errors';
import { AlertIcon, CheckIcon, InfoIcon } from '../components/icons';
import { Notice } from '../components/Notice';
import { FieldInputs } from '../form/FieldInputs';
import { emptyValues, missingRequired, toBody, visibleInputs } from '../form/form-values';
import { type Action, actionLabel } from '../resource/actions';
import type { Thing } from '../resource/metadata';
import { Effects } from './ActionDialog';
import { BatchProgress } from './BatchProgress';
import { type BatchJob, type BatchOutcome, type RowResult, runBatch } from './batch';
import classes from './MassDialog.module.css';

interface Props {
  resource: string;
  action: Action;
  rows: readonly Thing[];
  onDone(): void;
  onClose(): void;
}

/** Asks for what the action needs, runs it on the chosen rows, and tells what became of each. */
export function MassDialog({ resource, action, rows, onDone, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const [values, setValues] = useState(() => emptyValues(action.inputs));
  const [missing, setMissing] = useState<Record<string, string>>({});
  const [job, setJob] = useState<BatchJob | null>(null);
  const run = useMutation({
    mutationFn: () => {
      const body = { ...toBody(action.inputs, values), ids: rows.map(({ id }) => id) };
      return runBatch(action.path, body, setJob);
    },
    onSuccess: onDone,
  });
  const name = actionLabel(t, resource, action);
  const worded = run.error ? wordErrors(run.error, action.inputs.map((field) => field.name), t) : null;
  const general = worded ? worded.form : run.error ? [describeFailure(run.error, t)] : [];

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const found = missingRequired(visibleInputs(action.inputs, values), values, t);
    setMissing(found);
    if (Object.keys(found).length === 0) run.mutate();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('mass.title', { action: name, count: rows.length })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {run.data ? (
        <Results outcome={run.data} chosen={rows.length} onClose={onClose} />
      ) : job && run.isPending ? (
        <BatchProgress job={job} />
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <Text>{t('mass.question', { action: name, count: rows.length })}</Text>
            {action.key === 'delete' && <Effects resource={resource} />}
            {general.length > 0 && <Notice kind="error">{general.join(' ')}</Notice>}
            <FieldInputs
              resource={resource}
              fields={action.inputs}
              values={values}
              errors={{ ...worded?.fields, ...missing }}
              onChange={setValues}
            />
            <div className="buttons">
              <Button type="submit" loading={run.isPending} color={action.key === 'delete' ? 'red' : 'blue'}>
                {t('submit')}
              </Button>
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
            </div>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

const icons = { success: CheckIcon, warning: AlertIcon, skipped: InfoIcon, error: AlertIcon };

function Results({ outcome, chosen, onClose }: { outcome: BatchOutcome; chosen: number; onClose(): void }): ReactElement {
  const { t } = useTranslation();
  const { results, stopped } = outcome;
  const count = (status: RowResult['status']): number => results.filter((one) => one.status === status).length;
  const order = ['error', 'warning', 'skipped', 'success'] as const;
  const sums = order.filter((status) => count(status) > 0).map((status) => t(`mass.sum.${status}`, { count: count(status) }));
  const sorted = [...results].sort((one, other) => order.indexOf(one.status) - order.indexOf(other.status));
  return (
    <Stack>
      <p role="status" className={classes.sum}>
        {sums.join(', ')}
      </p>
      {results.length < chosen && (
        <Notice kind="info">{t(stopped ? 'mass.undone' : 'mass.gone', { count: chosen - results.length })}</Notice>
      )}
      <ul className={classes.results} aria-label={t('mass.results')} tabIndex={0}>
        {sorted.map(({ id, representation, status, messages }) => {
          const Icon = icons[status] ?? InfoIcon;
          return (
            <li key={id} data-status={status}>
              <Icon />
              <span>
                <strong>{representation || `#${id}`}</strong> {t(`mass.status.${status}`)}
                {messages.map((message) => (
                  <span key={message.message} className={classes.message}>
                    {wordMessage(message, t)}
                  </span>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
      <div className="buttons">
        <Button onClick={onClose} data-autofocus>
          {t('close')}
        </Button>
      </div>
    </Stack>
  );
}
