// SPDX-License-Identifier: Apache-2.0
import { vi } from 'vitest';
import type { LoginAnswer } from '../api/authentication';

export interface Received {
  path: string;
  method: string;
  token: string | null;
  body: Record<string, unknown>;
}

type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | 'unreachable';
type Handler = (call: Received) => Answer | Promise<Answer>;

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const noContent: Answer = { status: 204 };
export const refused = (status: number, message = 'refused', headers = {}): Answer => ({
  status,
  body: { code: status, message, requestId: 'r-1' },
  headers,
});

/** Stands in for the network; answers what it has no handler for with 404, and remembers every call. */
export function fakeServer(handlers: Record<string, Handler>): Received[] {
  const calls: Received[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    const call: Received = {
      path: address.replace('/web/api/', ''),
      method: init.method ?? 'GET',
      token: headers.get('Authorization')?.replace('Bearer ', '') ?? null,
      body: init.body ? (JSON.parse(String(init.body)) as Record<string, unknown>) : {},
    };
    calls.push(call);
    const answer = (await handlers[call.path]?.(call)) ?? refused(404);
    if (answer === 'unreachable') throw new TypeError('Failed to fetch');
    const body = answer.body === undefined ? null : JSON.stringify(answer.body);
    return new Response(body, { status: answer.status, headers: answer.headers ?? {} });
  });
  return calls;
}

let count = 0;

export function loginAnswer(changes: Partial<LoginAnswer> = {}): LoginAnswer {
  count += 1;
  return {
    token: `token-${count}`,
    refreshToken: `refresh-${count}`,
    refreshTokenExpiration: 4_000_000_000,
    accessTokenTtl: 300,
    sessionTimeout: 900,
    username: 'admin',
    representation: 'Ada Admin',
    lastLoginAt: '2026-01-31T10:00:00+00:00',
    roles: ['ROLE_USER', 'ROLE_ADMIN'],
    ...changes,
  };
}
