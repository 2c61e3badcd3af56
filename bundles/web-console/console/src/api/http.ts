// SPDX-License-Identifier: Apache-2.0

/** A message of the server: an id the console has words for, and what to put into them. */
export interface Message {
  message: string;
  parameters?: Record<string, unknown>;
}

/** What is wrong with a form: messages on the whole of it, and on its members. */
export interface FormErrors {
  errors?: Message[];
  children?: Record<string, FormErrors>;
}

/** The server answered, but not with success. */
export class ApiError extends Error {
  readonly status: number;
  readonly requestId: string | undefined;
  readonly errors: FormErrors;
  /** Why the thing itself refuses it, as the label of a reason. */
  readonly deny: string | undefined;
  /** Why it cannot be done now. */
  readonly reasons: Message[];
  /** The thing as it was stored all the same. */
  readonly payload: unknown;
  /** How many seconds to wait before the next try, when the server said so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, body: ErrorBody, retryAfter?: number) {
    super(typeof body.message === 'string' ? body.message : `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.requestId = typeof body.requestId === 'string' ? body.requestId : undefined;
    this.errors = Array.isArray(body.errors) ? {} : (body.errors ?? {});
    this.reasons = Array.isArray(body.errors) ? body.errors : [];
    this.deny = typeof body.deny === 'string' ? body.deny : undefined;
    this.payload = body.payload;
    this.retryAfter = retryAfter;
  }
}

/** No answer came: no network, or nobody at the other end. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super('The server cannot be reached', { cause });
    this.name = 'UnreachableError';
  }
}

interface ErrorBody {
  message?: unknown;
  requestId?: unknown;
  errors?: FormErrors | Message[];
  deny?: unknown;
  payload?: unknown;
}

export interface Call {
  body?: unknown;
  method?: 'GET' | 'POST' | 'DELETE';
  /** The access token; it travels in a header only, so that no address or cookie holds it. */
  token?: string;
  signal?: AbortSignal;
  /** Lets the request finish although the page goes away. */
  keepalive?: boolean;
}

/** The one place that speaks HTTP. A path is below the API unless it begins with a slash. Answers undefined for an empty answer. */
export async function send<T>(path: string, call: Call = {}): Promise<T> {
  const response = await reach(path, call);
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new ApiError(response.status, (body ?? {}) as ErrorBody, retryAfter(response));
  return body as T;
}

/** A call that answers a file. */
export async function sendForFile(path: string, call: Call): Promise<{ content: Blob; name: string }> {
  const response = await reach(path, call);
  if (!response.ok) {
    const body: unknown = await response.json().catch(() => undefined);
    throw new ApiError(response.status, (body ?? {}) as ErrorBody, retryAfter(response));
  }
  return { content: await response.blob(), name: fileName(response.headers.get('Content-Disposition')) ?? 'file' };
}

/** The name by which a file was sent; of both forms the one for any letters counts. */
export function fileName(disposition: string | null): string | undefined {
  const wide = /filename\*=utf-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1];
  try {
    return wide === undefined ? plain : decodeURIComponent(wide);
  } catch {
    return plain;
  }
}

async function reach(path: string, { body, method, token, signal, keepalive = false }: Call): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json, */*;q=0.5' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (token) headers.Authorization = `Bearer ${token}`;
  try {
    return await fetch(path.startsWith('/') ? path : `/web/api/${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers,
      keepalive,
      credentials: 'omit',
      cache: 'no-store',
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new UnreachableError(cause);
  }
}

function retryAfter(response: Response): number | undefined {
  const value = response.headers.get('Retry-After');
  if (value === null) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : undefined;
}
