// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from 'i18next';
import { ApiError, UnreachableError } from '../api/http';

/** What to tell somebody about a call that failed, whatever the call was. */
export function describeFailure(failure: unknown, t: TFunction): string {
  if (failure instanceof UnreachableError) return navigator.onLine ? t('failed.unreachable') : t('failed.offline');
  if (!(failure instanceof ApiError)) return t('failed.unexpected', { detail: String(failure) });
  if (failure.status === 503) return t('failed.busy');
  if (failure.status === 403) return t('failed.denied');
  return t('failed.unexpected', { detail: failure.message });
}

/** The number by which an administrator finds the failure in the log. */
export function requestIdOf(failure: unknown): string | undefined {
  return failure instanceof ApiError && failure.status >= 500 ? failure.requestId : undefined;
}
