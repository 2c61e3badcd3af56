// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const jar = process.env.SMARTEMS_SIMULATOR ?? fileURLToPath(new URL('../simulator/target/simulator.jar', import.meta.url));

export interface Devices {
  /** A directory of its own, for passwords and states. */
  directory: string;
  dialect: 'tk800' | 'edge-gateway';
  user: string;
  password: string;
  count: number;
  serialPrefix: string;
  firstNumber?: number;
  /** Settings such as `fault.commandError`. */
  more?: Record<string, string>;
}

/** Simulated devices that call each second until the test is over. */
export class Simulator {
  private readonly started: ChildProcess[] = [];

  start({ directory, dialect, user, password, count, serialPrefix, firstNumber = 1, more = {} }: Devices): void {
    const home = `${directory}/${dialect}-${firstNumber}`;
    mkdirSync(home, { recursive: true });
    writeFileSync(`${home}/password`, password, { mode: 0o600 });
    const settings: Record<string, string> = {
      url: process.env.SMARTEMS_URL ?? 'https://localhost:8443',
      insecure: 'true',
      mix: `${dialect}=${count}`,
      interval: '1s',
      rampUp: '1s',
      restartTime: '100ms',
      state: `${home}/state`,
      firstNumber: String(firstNumber),
      [`${dialect}.username`]: user,
      [`${dialect}.passwordFile`]: `${home}/password`,
      [`${dialect}.serialPrefix`]: serialPrefix,
      ...more,
    };
    const properties = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
    writeFileSync(`${home}/simulator.properties`, `${properties.join('\n')}\n`, { mode: 0o600 });
    const options = ['-Xmx128m', '-XX:TieredStopAtLevel=1', '-jar', jar, '--configuration', `${home}/simulator.properties`, '--quiet'];
    this.started.push(spawn('java', options, { stdio: ['ignore', 'ignore', 'inherit'] }));
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.started.map(
        (one) =>
          new Promise<void>((ended) => {
            if (one.exitCode !== null || one.signalCode !== null) return ended();
            one.once('exit', () => ended());
            one.kill('SIGTERM');
          }),
      ),
    );
  }
}
