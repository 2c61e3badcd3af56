// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from 'i18next';
import { ApiError } from '../api/http';
import { describeFailure, requestIdOf } from '../components/failure';

export interface LoginFailure {
  text: string;
  /** Whether another password could help. */
  wrongCredentials: boolean;
  /** Seconds to wait before the next try. */
  wait: number;
  requestId?: string | undefined;
}

const refusals = {
  'Invalid credentials.': 'loginFailed.invalid',
  accountDisabled: 'loginFailed.accountDisabled',
  accountDisabledTooManyFailedLoginAttempts: 'loginFailed.accountDisabledTooManyFailedLoginAttempts',
  accessDeniedNoVpnSecuritySuite: 'loginFailed.accessDeniedNoVpnSecuritySuite',
} as const;

export function toLoginFailure(failure: unknown, t: TFunction): LoginFailure {
  const plain = { wrongCredentials: false, wait: 0 };
  if (!(failure instanceof ApiError)) return { ...plain, text: describeFailure(failure, t) };
  const wait = failure.retryAfter ?? 0;
  if (failure.status === 429) return { ...plain, text: t('loginFailed.tooManyRequests'), wait: wait || 60 };
  if (failure.status === 503) return { ...plain, text: t('loginFailed.unavailable'), wait };
  const refusal = refusals[failure.message as keyof typeof refusals];
  if (refusal) return { ...plain, text: t(refusal), wrongCredentials: refusal === 'loginFailed.invalid' };
  return { ...plain, text: describeFailure(failure, t), wait, requestId: requestIdOf(failure) };
}
