// SPDX-License-Identifier: Apache-2.0
import { type DetailedError, Upload, type UrlStorage } from 'tus-js-client';
import { freshSession, refresh } from '../session/session-service';
import { sessionStore } from '../session/session-store';

export const endpoint = '/web/tus/upload';

/** Small enough that on a slow line the access token lives as long as a piece takes. */
const piece = 8 * 1024 * 1024;

/** Longer together than the server may take to notice that the old connection is gone. */
const delays = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000];
/** And then, for as long as the server is away. */
const pause = 30_000;

export type Phase = 'starting' | 'running' | 'waiting' | 'paused' | 'failed' | 'done';

export interface Progress {
  phase: Phase;
  sent: number;
  /** Why it failed: the status of the answer, or `unreadable`. */
  status?: number;
}

export interface Resumable {
  /** Begins, goes on after a pause, or tries again without waiting. */
  start(): void;
  pause(): void;
  cancel(): Promise<void>;
}

/** An upload that began earlier in this browser and whose file is not complete on the server. */
export interface Unfinished {
  name: string;
  size: number;
  sent: number;
}

const prefix = (purpose: string): string => `smartems/${sessionStore.get()?.username ?? ''}/${purpose}`;

/** The same file of the same user for the same purpose goes on where it was; a changed file begins anew. */
export const fingerprint = (file: File, purpose: string): string =>
  [prefix(purpose), file.name, file.size, file.lastModified].join('/');

/** Whether another try may help. */
export const isWorthRetry = (status: number): boolean =>
  [0, 401, 408, 409, 423, 429].includes(status) || (status >= 500 && status !== 507);

/** In place of a status: the file is gone, or was changed meanwhile. */
export const unreadable = -1;

/** 0 when there was no answer. */
function statusOf(failure: Error): number {
  const { originalResponse, causingError } = failure as Partial<DetailedError>;
  if (causingError instanceof DOMException) return unreadable;
  return originalResponse?.getStatus() ?? (sessionStore.get() ? 0 : 401);
}

/** Whether it is nobody's fault but that of the line or the server, which will be back some time. */
const isAway = (status: number): boolean => isWorthRetry(status) && status !== 401 && status !== 429;

/** Sends a file, on the user's account: while it is sent, the session goes on. */
export function resumable(file: File, purpose: string, tell: (progress: Progress) => void, finished: (token: string) => void): Resumable {
  let sent = 0;
  /** What the server has said that it has. */
  let kept = 0;
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (phase: Phase, more: Partial<Progress> = {}): void => {
    if (!over) tell({ phase, sent, ...more });
  };
  const wait = (): void => {
    sent = kept;
    say('waiting');
  };
  const upload = new Upload(file, {
    endpoint,
    metadata: { filename: file.name, purpose },
    chunkSize: piece,
    retryDelays: delays,
    fingerprint: async () => fingerprint(file, purpose),
    // what is complete can still be used after a reload
    removeFingerprintOnSuccess: false,
    onBeforeRequest: async (request) => {
      const session = await freshSession();
      if (!session) throw new Error('no session');
      request.setHeader('Authorization', `Bearer ${session.token}`);
    },
    onAfterResponse: (_request, response) => {
      kept = Number(response.getHeader('Upload-Offset') ?? kept);
    },
    onShouldRetry: (failure) => {
      const status = statusOf(failure);
      if (status === 401) void refresh().catch(() => {});
      const again = isWorthRetry(status) && sessionStore.get() !== null;
      if (again) wait();
      return again;
    },
    onProgress: (bytes) => {
      sent = bytes;
      say('running');
    },
    onError: (failure) => {
      const status = statusOf(failure);
      sent = kept;
      if (!isAway(status)) return say('failed', { status });
      wait();
      timer = setTimeout(() => void begin(), pause);
    },
    onSuccess: () => {
      sent = file.size;
      say('done');
      finished(upload.url?.split('/').pop() ?? '');
    },
  });
  const begin = async (): Promise<void> => {
    const [last] = await upload.findPreviousUploads();
    if (last && upload.url === null) upload.resumeFromPreviousUpload(last);
    if (!over) upload.start();
  };
  const stop = (terminate: boolean): Promise<void> => {
    clearTimeout(timer);
    return upload.abort(terminate);
  };
  return {
    start: () => {
      // a try that is planned for later does not come as well
      void stop(false);
      say('starting');
      void begin();
    },
    pause: () => {
      void stop(false);
      say('paused');
    },
    cancel: () => {
      over = true;
      return stop(true);
    },
  };
}

/** Uploads of this user and purpose that can be continued; those that the server has no more are forgotten. */
export async function unfinished(purpose: string, storage: UrlStorage): Promise<Unfinished[]> {
  const found: Unfinished[] = [];
  for (const known of await storage.findAllUploads()) {
    if (!known.urlStorageKey.includes(`::${prefix(purpose)}/`) || !known.uploadUrl || known.size === null) continue;
    const offset = await offsetOf(known.uploadUrl);
    if (offset === undefined) await storage.removeUpload(known.urlStorageKey);
    else if (offset >= 0) found.push({ name: known.metadata.filename ?? '', size: known.size, sent: offset });
  }
  return found;
}

/** How much the server has; undefined when it has nothing any more, -1 when it cannot be asked. */
async function offsetOf(address: string): Promise<number | undefined> {
  const session = await freshSession();
  if (!session) return -1;
  try {
    const answer = await fetch(new URL(address, location.origin).pathname, {
      method: 'HEAD',
      headers: { Authorization: `Bearer ${session.token}`, 'Tus-Resumable': '1.0.0' },
      credentials: 'omit',
      cache: 'no-store',
    });
    if (answer.status === 404 || answer.status === 410 || answer.status === 403) return undefined;
    return answer.ok ? Number(answer.headers.get('Upload-Offset') ?? -1) : -1;
  } catch {
    return -1;
  }
}
