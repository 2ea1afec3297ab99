// What a subscription filter that a real client has put sends to targets outside, and what the emulator remembers of it.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutAccountPolicyCommand,
  DeleteAccountPolicyCommand,
  PutDestinationCommand,
  PutLogEventsCommand,
  PutSubscriptionFilterCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { startEmulator } from "./lib/emulator.js";
import { inflate, startTarget } from "./lib/targets.js";

const account = "123456789012";
const roleArn = `arn:aws:iam::${account}:role/logs`;
const arn = (service, resource) => `arn:aws:${service}:us-east-1:${account}:${resource}`;

let target;
let emulator;
let logs;
let groups = 0;

before(async () => {
  target = await startTarget();
  const webhook = `webhook:${arn("lambda", "function:hook")}=${target.url}/hook`;
  emulator = await startEmulator(["--port", "0", "--deliver", `aws=${target.url},${webhook}`]);
  const credentials = { accessKeyId: account, secretAccessKey: "secret" };
  logs = new CloudWatchLogsClient({ endpoint: emulator.endpoint, region: "us-east-1", credentials });
});

after(async () => {
  logs?.destroy();
  await emulator?.stop();
  await target?.stop();
});

beforeEach(() => {
  target.requests.length = 0;
  target.answer = () => ({ status: 200, body: "{}" });
});

afterEach(() => control("DELETE", ""));

async function control(method, query) {
  const response = await fetch(`${emulator.endpoint}/_emulator/deliveries?${query}`, { method });
  assert.ok(response.ok, await response.clone().text());
  return method === "GET" ? (await response.json()).deliveries : [];
}

/** A log group of its own with a stream `web`. */
async function newGroup() {
  const logGroupName = `/deliveries/${(groups += 1)}`;
  await logs.send(new CreateLogGroupCommand({ logGroupName }));
  await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName: "web" }));
  return logGroupName;
}

async function subscribe(destinationArn, options = {}) {
  const logGroupName = await newGroup();
  await logs.send(
    new PutSubscriptionFilterCommand({ logGroupName, filterName: "failures", filterPattern: "ERROR", destinationArn, ...options }),
  );
  return logGroupName;
}

function put(logGroupName, ...messages) {
  const timestamp = Date.now();
  const logEvents = messages.map((message) => ({ timestamp, message }));
  return logs.send(new PutLogEventsCommand({ logGroupName, logStreamName: "web", logEvents }));
}

/** The requests that carry log events. */
const dataOf = (requests, decode) => requests.map(decode).filter((payload) => payload.messageType === "DATA_MESSAGE");

const messagesOf = (payload) => payload.logEvents.map((event) => event.message);

describe("a subscription filter", () => {
  it("invokes a function with the matching events", async () => {
    const group = await subscribe(arn("lambda", "function:alert"));

    await put(group, "ERROR one", "fine", "ERROR two ✓");

    const [request] = await target.next(1);
    assert.equal(`${request.method} ${request.url}`, "POST /2015-03-31/functions/alert/invocations");
    assert.equal(request.headers["x-amz-invocation-type"], "Event");
    assert.match(request.headers.authorization, new RegExp(`Credential=${account}/\\d{8}/us-east-1/lambda/aws4_request`));
    const payload = inflate(JSON.parse(request.body).awslogs.data);
    assert.deepEqual(
      { ...payload, logEvents: messagesOf(payload) },
      {
        messageType: "DATA_MESSAGE",
        owner: account,
        logGroup: group,
        logStream: "web",
        subscriptionFilters: ["failures"],
        logEvents: ["ERROR one", "ERROR two ✓"],
      },
    );

    const [delivery] = await control("GET", "state=SUCCEEDED&count=1&wait=PT30S");
    assert.deepEqual(delivery.payload, payload);
    assert.equal(delivery.target, arn("lambda", "function:alert"));
  });

  it("puts records into a Kinesis stream, by the name of the log stream", async () => {
    const group = await subscribe(arn("kinesis", "stream/orders"), { roleArn });

    await put(group, "ERROR one");
    await control("GET", `target=${arn("kinesis", "stream/orders")}&state=SUCCEEDED&count=2&wait=PT30S`); // The first says that there is a subscription.

    const records = target.requests.map((request) => JSON.parse(request.body));
    const [record] = records.filter((one) => inflate(one.Data).messageType === "DATA_MESSAGE");
    assert.equal(target.requests[0].headers["x-amz-target"], "Kinesis_20131202.PutRecord");
    assert.deepEqual({ name: record.StreamName, key: record.PartitionKey }, { name: "orders", key: "web" });
    assert.deepEqual(messagesOf(inflate(record.Data)), ["ERROR one"]);
  });

  it("follows a destination to its Firehose stream", async () => {
    const targetArn = arn("firehose", "deliverystream/orders");
    const { destination } = await logs.send(new PutDestinationCommand({ destinationName: "d", targetArn, roleArn }));
    const group = await subscribe(destination.arn);

    await put(group, "ERROR one");
    await control("GET", `target=${targetArn}&state=SUCCEEDED&count=2&wait=PT30S`); // The first says that there is a subscription.

    assert.equal(target.requests[0].headers["x-amz-target"], "Firehose_20150804.PutRecordBatch");
    const batches = target.requests.map((request) => JSON.parse(request.body));
    assert.ok(batches.every((batch) => batch.DeliveryStreamName === "orders" && batch.Records.length === 1));
    const [payload] = dataOf(batches, (batch) => inflate(batch.Records[0].Data));
    assert.deepEqual(messagesOf(payload), ["ERROR one"]);
  });

  it("posts to a webhook, in order, again when that was not there", async () => {
    const group = await subscribe(arn("lambda", "function:hook"));
    target.answer = (_, place) => ({ status: place === 0 ? 503 : 200, body: "" });

    await put(group, "ERROR one");
    await put(group, "ERROR two");

    const requests = await target.next(3);
    assert.ok(requests.every((request) => request.url === "/hook"));
    assert.deepEqual(
      requests.map((request) => messagesOf(JSON.parse(request.body))[0]),
      ["ERROR one", "ERROR one", "ERROR two"],
    );
    assert.equal(requests[0].headers["x-delivery-id"], requests[1].headers["x-delivery-id"]);
    const [first, second] = await control("GET", "state=SUCCEEDED&count=2&wait=PT30S");
    assert.deepEqual([first.attempts, second.attempts], [2, 1]);
  });

  it("does not send again what was refused", async () => {
    const group = await subscribe(arn("lambda", "function:gone"));
    target.answer = () => ({ status: 404, body: "Function not found" });

    await put(group, "ERROR one");

    const [delivery] = await control("GET", "state=FAILED&count=1&wait=PT30S");
    assert.deepEqual([delivery.attempts, delivery.lastError], [1, "404: Function not found"]);
  });
});

describe("an account policy", () => {
  const policy = { policyName: "all", policyType: "SUBSCRIPTION_FILTER_POLICY" };

  afterEach(() => logs.send(new DeleteAccountPolicyCommand(policy)));

  it("sends the events of every log group", async () => {
    const group = await newGroup();
    const policyDocument = JSON.stringify({ DestinationArn: arn("lambda", "function:alert"), FilterPattern: "" });
    await logs.send(new PutAccountPolicyCommand({ ...policy, policyDocument, scope: "ALL" }));

    await put(group, "hello");

    const [request] = await target.next(1);
    const payload = inflate(JSON.parse(request.body).awslogs.data);
    assert.deepEqual([payload.policyLevel, payload.subscriptionFilters], ["ACCOUNT_LEVEL_POLICY", ["all"]]);
    assert.deepEqual(messagesOf(payload), ["hello"]);
  });
});
