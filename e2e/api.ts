// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type APIRequestContext, expect } from '@playwright/test';
import { admin, adminPassword } from './console.ts';

export interface Api {
  get<T>(path: string): Promise<T>;
  /** Of a GET of any address. */
  status(address: string): Promise<number>;
  post<T>(path: string, data: unknown): Promise<T>;
  remove(path: string): Promise<void>;
}

/** The REST API as the administrator, for what a test needs and is not about. */
export async function api(request: APIRequestContext): Promise<Api> {
  const { token } = await json<{ token: string }>(
    request.post('/web/api/authentication/login_check', { data: { username: admin, password: adminPassword() } }),
  );
  const headers = { Authorization: `Bearer ${token}` };
  const at = (path: string): string => `/web/api/${path}`;
  return {
    status: async (address) => (await request.get(address, { headers })).status(),
    get: (path) => json(request.get(at(path), { headers })),
    post: (path, data) => json(request.post(at(path), { headers, data })),
    remove: (path) => json(request.delete(at(path), { headers })),
  };
}

async function json<T>(answer: ReturnType<APIRequestContext['get']>): Promise<T> {
  const got = await answer;
  const text = await got.text();
  expect(got.ok(), `${got.url()}: ${text}`).toBe(true);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Changes what no call changes, such as since when something is so, in the database of the server. */
export function database(sql: string): void {
  const data = dirname(process.env.SMARTEMS_ADMIN_PASSWORD_FILE ?? '');
  const port = /^postgres=(\d+)$/m.exec(readFileSync(`${data}/ports`, 'utf8'))?.[1] ?? '';
  const env = { ...process.env, PGPASSWORD: readFileSync(`${data}/postgres/password`, 'utf8').trim() };
  execFileSync('psql', ['-qh', '127.0.0.1', '-p', port, '-U', 'smartems', '-d', 'smartems', '-v', 'ON_ERROR_STOP=1', '-c', sql], { env });
}
