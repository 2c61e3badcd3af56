// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, ok, refused } from '../testing/fake-server';
import { type BatchJob, runBatch } from './batch';

const one = { id: 1, representation: 'Pump', status: 'success', messages: [] };
const job = (state: string, done: number): object => ({ id: 7, state, total: 600, done });

beforeEach(() => {
  sessionStore.set(toSession(loginAnswer(), Date.now()));
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] });
});
afterEach(() => vi.useRealTimers());

it('answers the results of a small batch at once', async () => {
  fakeServer({ 'device/batch/enable': () => ok([one]) });
  expect(await runBatch('device/batch/enable', { ids: [1] }, () => undefined)).toEqual({ results: [one], stopped: false });
});

it('goes on asking while the server is away, and not when it refuses', async () => {
  const answers: unknown[] = ['unreachable', refused(503, 'starting'), ok(job('done', 600))];
  fakeServer({
    'device/batch/enable': () => ({ status: 202, body: job('running', 0) }),
    'batchjob/7': () => answers.shift() as never,
    'batchjob/7/results': () => ok([one]),
  });
  const outcome = runBatch('device/batch/enable', { ids: [1] }, () => undefined);
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1000);
    expect(answers).toEqual([]);
  });
  expect(await outcome).toEqual({ results: [one], stopped: false });

  fakeServer({ 'device/batch/enable': () => ({ status: 202, body: job('running', 0) }), 'batchjob/7': () => refused(404, 'gone') });
  const lost = runBatch('device/batch/enable', { ids: [1] }, () => undefined);
  const checked = expect(lost).rejects.toThrow();
  await vi.advanceTimersByTimeAsync(1000);
  await checked;
});

it('asks a large batch how it stands until it has ended', async () => {
  const states = [job('running', 100), job('running', 400), job('cancelled', 500)];
  fakeServer({
    'device/batch/enable': () => ({ status: 202, body: job('running', 0) }),
    'batchjob/7': () => ok(states.shift()),
    'batchjob/7/results': () => ok([one]),
  });
  const seen: number[] = [];
  const outcome = runBatch('device/batch/enable', { ids: [1] }, ({ done }: BatchJob) => seen.push(done));
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1000);
    expect(states).toEqual([]);
  });
  expect(await outcome).toEqual({ results: [one], stopped: true });
  expect(seen).toEqual([0, 100, 400]);
});

it('does not keep the session alive by asking', async () => {
  let asked = 0;
  fakeServer({
    'device/batch/enable': () => ({ status: 202, body: job('running', 0) }),
    'batchjob/7': () => ok(job((asked += 1) < 400 ? 'running' : 'done', asked)),
    'batchjob/7/results': () => ok([one]),
    'authentication/token/refresh': () => ok(loginAnswer()),
  });
  const { token, endsAt } = sessionStore.get() ?? {};
  const outcome = runBatch('device/batch/enable', { ids: [1] }, () => undefined);
  await vi.advanceTimersByTimeAsync(400_000);
  expect(await outcome).toEqual({ results: [one], stopped: false });
  // a new access token, and the same end
  expect(sessionStore.get()?.token).not.toBe(token);
  expect(sessionStore.get()?.endsAt).toBe(endsAt);
});
