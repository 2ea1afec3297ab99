// What was acknowledged is in the volume, however the container ends.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  GetLogEventsCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { before, beforeEach, describe, it } from "node:test";
import { clientsOf, emulator, engine } from "./lib/container.js";

const stream = { logGroupName: "/app", logStreamName: "web" };
const messages = Array.from({ length: 100 }, (_, i) => `message ${i}`);

describe("The data volume", () => {
  let docker;
  let volume;

  before(async () => {
    docker = await engine();
  });

  beforeEach(async () => {
    volume = `cloudwatch-emulator-${randomUUID()}`;
    await docker.createVolume({ Name: volume });
  });

  for (const [how, end] of Object.entries({ "is stopped": stop, "is killed": kill })) {
    it(`keeps everything when the container ${how}`, async () => {
      const first = await start();
      try {
        await write(first);
        await end(first);
      } finally {
        await first.stop();
      }

      const second = await start();
      try {
        assert.deepEqual(await read(second), messages);
      } finally {
        await second.stop();
        await docker.getVolume(volume).remove();
      }
    });
  }

  const start = () =>
    emulator()
      .withBindMounts([{ source: volume, target: "/data" }])
      .start();

  /** As `docker stop` does: SIGTERM, and SIGKILL when that has not helped after ten seconds. */
  async function stop(container) {
    const started = docker.getContainer(container.getId());
    await started.stop({ t: 10 });
    assert.equal((await started.inspect()).State.ExitCode, 0, "it should end by itself when it is asked to");
  }

  async function kill(container) {
    const started = docker.getContainer(container.getId());
    await started.kill({ signal: "SIGKILL" });
    await started.wait();
    assert.equal((await started.inspect()).State.ExitCode, 137);
  }
});

async function write(container) {
  const { logs } = clientsOf(container);
  const timestamp = Date.now();
  await logs.send(new CreateLogGroupCommand({ logGroupName: stream.logGroupName }));
  await logs.send(new CreateLogStreamCommand(stream));
  await logs.send(new PutLogEventsCommand({ ...stream, logEvents: messages.map((message) => ({ timestamp, message })) }));
}

async function read(container) {
  const { events } = await clientsOf(container).logs.send(new GetLogEventsCommand({ ...stream, startFromHead: true }));
  return events.map(({ message }) => message);
}
