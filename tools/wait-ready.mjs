// Waits until a server is ready: node wait-ready.mjs URL PID LOG [LIMIT]. Prints each change of what it waits for, and
// after three minutes where to look. Exit status: 0 ready, 1 the process has ended, 3 not ready after LIMIT seconds.
// Without LIMIT it waits for as long as the process lives: a migration or a recovery takes the time it takes.
import https from 'node:https';

const [url, pid, log, limit] = process.argv.slice(2);
const WARN_SECONDS = 180;
const started = Date.now();
let shown = '';
let last = 'no answer yet';
let warned = false;

function alive() {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}

// the certificate is the server's own, made at its first start: nothing is sent that would need trust
function ready() {
  return new Promise((resolve) => {
    const request = https.get(url, { rejectUnauthorized: false, timeout: 2000, agent: false }, (answer) => {
      let body = '';
      answer.on('data', (part) => { body += part; });
      answer.on('end', () => {
        const checks = checksOf(body);
        last = checks ? describe(checks) : foreign(answer, body);
        resolve(answer.statusCode === 200 && checks !== undefined);
      });
      answer.on('error', () => resolve(false));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}

function checksOf(body) {
  try {
    return JSON.parse(body).checks;
  } catch {
    return undefined;
  }
}

/** What is not health is shown as it is: its status and the start of its text. */
function foreign(answer, body) {
  const text = body.replace(/<[^>]*>|\s+/g, ' ').trim().slice(0, 100);
  return `${answer.statusCode} ${answer.statusMessage} ${text}`.trim();
}

// the cause first: what the others wait for
const order = ['postgres', 'database', 'encryption', 'schema', 'platform', 'api', 'console'];

function describe(checks) {
  const rank = (name) => (order.indexOf(name) + order.length) % order.length;
  const down = Object.entries(checks).filter(([, check]) => check.status !== 'up').sort(([a], [b]) => rank(a) - rank(b));
  if (down.length === 0) return 'starting';
  const [[cause, { reason }]] = down;
  const others = down.slice(1).map(([name]) => name);
  return `${cause}: ${reason}${others.length ? ` (then ${others.join(', ')})` : ''}`;
}

for (;;) {
  if (!alive()) process.exit(1);
  if (await ready()) process.exit(0);
  if (last !== shown) {
    console.log(`  … ${last}`);
    shown = last;
  }
  const seconds = (Date.now() - started) / 1000;
  if (limit && seconds >= Number(limit)) {
    console.log(`  not ready after ${limit} s: ${last}`);
    process.exit(3);
  }
  if (!warned && seconds >= WARN_SECONDS) {
    console.log(`not ready yet: ${last}; see ${log}; still waiting, Ctrl-C stops`);
    warned = true;
  }
  await new Promise((resolve) => { setTimeout(resolve, 250); });
}
