import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { SetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { Cloud, Template } from '../../local/cloud.ts';
import { connect, fresh, run, until, untilRow, writeFixture } from './fixture.ts';

const PROCESS = fileURLToPath(new URL('./cloud-process.ts', import.meta.url));

describe('the state of a local cloud', () => {
  test('survives SIGKILL: objects, rows, the clock, and the message of a running invocation', async () => {
    const fixture = writeFixture();
    const child = fork(PROCESS, [fixture.assembly, fixture.stateDir], { execArgv: [] });
    const [started] = (await once(child, 'message')) as [Pick<Cloud, 'endpoint' | 'credentials' | 'outputs'>];
    const before = connect(started);
    const Bucket = started.outputs['Bucket'];
    const Metadata = { envelope: 'e30' };
    await before.s3.send(
      new PutObjectCommand({ Bucket, Key: 'kept', Body: 'kept', ContentEncoding: 'gzip', Metadata }),
    );
    await fetch(`${started.endpoint}/_wiredesk/clock`, {
      method: 'POST',
      headers: { authorization: `Bearer ${started.credentials.secretAccessKey}` },
      body: JSON.stringify({ shift: 86_400_000 }),
    });
    const [done, halfway] = [fresh(), fresh()];
    await before.send({ do: 'mark', id: done });
    await untilRow(before, done, 'done');
    await before.send({ do: 'sleep-once', id: halfway });
    await untilRow(before, halfway, 'began');
    child.kill('SIGKILL');
    await once(child, 'exit');

    const after = await run(fixture);
    expect(new URL(after.cloud.endpoint).port).not.toBe(new URL(started.endpoint).port);
    const object = await after.s3.send(new GetObjectCommand({ Bucket, Key: 'kept' }));
    expect(object).toMatchObject({ ContentEncoding: 'gzip', Metadata });
    expect(await object.Body?.transformToString()).toBe('kept');
    expect(await after.rows(done)).toHaveProperty('done');
    expect(after.cloud.clock.now().getTime()).toBeGreaterThan(Date.now() + 86_000_000);
    await untilRow(after, halfway, 'ended');
    await after.stop();
    fixture.remove();
  });

  test('a queue gets its new attributes when the template has changed between two starts', async () => {
    const fixture = writeFixture();
    await (await run(fixture)).stop();
    const second = await run(fixture, {
      template: (whole) =>
        JSON.parse(JSON.stringify(whole).replace('"maxReceiveCount":2', '"maxReceiveCount":1')) as Template,
    });
    await second.send({ do: 'fail', id: fresh() });
    // The second receive makes the message a dead letter. With a shorter visibility timeout the test waits less.
    await second.sqs.send(
      new SetQueueAttributesCommand({
        QueueUrl: second.cloud.outputs['Work'],
        Attributes: { VisibilityTimeout: '2' },
      }),
    );
    await until(second.cloud.deadLetters, (queues) => queues[0]?.messages === 1);
    await second.stop();
    fixture.remove();
  });

  test('a second cloud with the same state directory is refused, and the error gives the reason', async () => {
    const fixture = writeFixture();
    const first = await run(fixture);
    await expect(run(fixture)).rejects.toThrow(/another local cloud/);
    await first.stop();
    fixture.remove();
  });
});

test('cloud.json holds what other processes need, and only its owner can read it', async () => {
  const fixture = writeFixture();
  const { cloud, stop } = await run(fixture);
  const file = join(fixture.stateDir, 'cloud.json');
  const { endpoint, outputs, credentials } = cloud;
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    endpoint,
    outputs,
    credentials,
    pid: process.pid,
  });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await stop();
  fixture.remove();
});

test('a warm function sees the local cloud’s clock, also when the clock moves', async () => {
  const fixture = writeFixture();
  const small = await run(fixture, { now: new Date('2031-02-03T04:05:06Z') });
  const timeInFunction = async (): Promise<string> => {
    const id = fresh();
    await small.send({ do: 'now', id });
    return (await untilRow(small, id, 'now'))['now'] ?? '';
  };
  expect(await timeInFunction()).toMatch(/^2031-02-03T04:0/);
  small.cloud.clock.shift(2 * 86_400_000);
  expect(await timeInFunction()).toMatch(/^2031-02-05T04:0/);
  small.cloud.clock.set(new Date('2040-01-01T00:00:00Z'));
  expect(await timeInFunction()).toMatch(/^2040-01-01T00:0/);
  await small.stop();
  fixture.remove();
});

test('with the operator’s key another process can move the clock and run the schedules', async () => {
  const fixture = writeFixture();
  const { cloud, rows, stop } = await run(fixture, { now: new Date('2031-02-03T04:05:06Z') });
  const { endpoint, credentials } = cloud;
  const guessed = await fetch(`${endpoint}/_wiredesk/clock`, { headers: { authorization: 'Bearer guess' } });
  expect(guessed.status).toBe(403);
  const ask = (path: string, method: string, body?: object): Promise<Response> =>
    fetch(`${endpoint}/_wiredesk/${path}`, {
      method,
      headers: { authorization: `Bearer ${credentials.secretAccessKey}` },
      ...(body && { body: JSON.stringify(body) }),
    });
  expect((await ask('clock', 'POST', { set: '2032-01-01T00:00:00Z' })).status).toBe(200);
  expect(cloud.clock.now().toISOString()).toMatch(/^2032-01-01T00:00/);
  expect(((await (await ask('clock', 'POST', { shift: 3_600_000 })).json()) as { now: string }).now).toMatch(
    /^2032-01-01T01:00/,
  );
  expect((await ask('clock', 'POST', { shift: 'soon' })).status).toBe(400);
  expect((await ask('clock', 'POST', { shift: 1e300 })).status).toBe(400);
  expect((await ask('clock', 'POST', { set: '9999-12-31T23:59:59-05:00' })).status).toBe(400);
  expect((await ask('tick', 'POST')).status).toBe(200);
  const [[time, event] = ['', '']] = Object.entries(await rows('tick'));
  expect(time).toMatch(/^2032-01-01T01:00/);
  expect(JSON.parse(event)).toMatchObject({ source: 'aws.scheduler', 'detail-type': 'Scheduled Event' });
  await stop();
  fixture.remove();
});

describe('schedules', () => {
  test('run at their interval, and do not run when disabled', async () => {
    const fixture = writeFixture();
    const small = await run(fixture, { tickSeconds: 0.05 });
    await until(
      () => small.rows('tick'),
      (rows) => Object.keys(rows).length >= 3,
    );
    await small.stop();
    fixture.remove();

    const other = writeFixture();
    const disabled = await run(other, {
      template: (whole) =>
        JSON.parse(
          JSON.stringify(whole).replace('"ScheduleExpression"', '"State":"DISABLED","ScheduleExpression"'),
        ) as Template,
    });
    await disabled.cloud.tick();
    expect(await disabled.rows('tick')).toEqual({});
    await disabled.stop();
    other.remove();
  });

  test('need a role with permission to invoke the function', async () => {
    const fixture = writeFixture();
    const small = await run(fixture, {
      template: (whole) =>
        JSON.parse(JSON.stringify(whole).replace('lambda:InvokeFunction', 'lambda:GetFunction')) as Template,
    });
    await small.cloud.tick();
    expect(small.lines.join()).toMatch(/AccessDenied: Schedule may not lambda:InvokeFunction/);
    expect(await small.rows('tick')).toEqual({});
    await small.stop();
    fixture.remove();
  });
});

test('with a resource of an unknown type the start fails, and the error names it', async () => {
  const fixture = writeFixture();
  const template = (whole: Template): Template => ({
    ...whole,
    Resources: { ...whole.Resources, Stream: { Type: 'AWS::Kinesis::Stream' } },
  });
  await expect(run(fixture, { template })).rejects.toThrow(
    'Stream: the local cloud does not know the resource type AWS::Kinesis::Stream',
  );
  fixture.remove();
});
