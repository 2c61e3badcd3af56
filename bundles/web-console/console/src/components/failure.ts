// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from 'i18next';
import { ApiError, UnreachableError } from '../api/http';
import { denyReason } from '../resource/words';
import { allMessages, wordMessage } from './form-errors';

/** What to tell somebody about a call that failed, whatever the call was. */
export function describeFailure(failure: unknown, t: TFunction): string {
  if (failure instanceof UnreachableError) return navigator.onLine ? t('failed.unreachable') : t('failed.offline');
  if (!(failure instanceof ApiError)) return t('failed.unexpected', { detail: String(failure) });
  if (failure.status === 503) return t('failed.busy');
  if (failure.deny) return denyReason(t, failure.deny);
  if (failure.status === 403) return t('failed.denied');
  if (failure.status === 404) return t('failed.gone');
  const reasons = [...failure.reasons, ...allMessages(failure.errors)].map((reason) => wordMessage(reason, t));
  if (reasons.length > 0) return reasons.join(' ');
  return t('failed.unexpected', { detail: failure.message });
}

/** The number by which an administrator finds the failure in the log. */
export function requestIdOf(failure: unknown): string | undefined {
  return failure instanceof ApiError && failure.status >= 500 ? failure.requestId : undefined;
}
