// SPDX-License-Identifier: Apache-2.0
import { request, requestByItself } from '../api/client';
import { ApiError, type Message, UnreachableError } from '../api/http';
import type { Thing } from '../resource/metadata';

export interface RowResult {
  id: Thing['id'];
  representation?: string;
  status: 'success' | 'warning' | 'skipped' | 'error';
  messages: Message[];
}

/** A batch of many rows, which goes on after the answer. */
export interface BatchJob {
  id: number;
  state: 'running' | 'done' | 'cancelled';
  total: number;
  done: number;
}

export interface BatchOutcome {
  results: RowResult[];
  /** Somebody has stopped it: the rows without a result are as they were. */
  stopped: boolean;
}

const PAUSE = 1000;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE));

/** The batch goes on at the server while nobody can ask for it. */
async function ask<T>(path: string): Promise<T> {
  for (;;) {
    try {
      return await requestByItself<T>(path);
    } catch (failure) {
      const passes = failure instanceof UnreachableError || (failure instanceof ApiError && failure.status >= 500);
      if (!passes) throw failure;
      await pause();
    }
  }
}

/** Runs an action on rows; a large batch is asked for its progress until it has ended. */
export async function runBatch(path: string, body: unknown, onProgress: (job: BatchJob) => void): Promise<BatchOutcome> {
  const answer = await request<RowResult[] | BatchJob>(path, { body });
  if (Array.isArray(answer)) return { results: answer, stopped: false };
  let job = answer;
  while (job.state === 'running') {
    onProgress(job);
    await pause();
    job = await ask<BatchJob>(`batchjob/${job.id}`);
  }
  return { results: await ask<RowResult[]>(`batchjob/${job.id}/results`), stopped: job.state === 'cancelled' };
}

/** What is not yet done stays undone. */
export const stopBatch = (job: BatchJob): Promise<unknown> => request(`batchjob/${job.id}/cancel`, { method: 'POST' });
