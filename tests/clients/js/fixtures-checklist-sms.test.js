// The checklist of the SMS world: each fact of the SNS developer guide's page on SMS deliveries, seen through the AWS SDK.
// Rows carry the numbers of the checklist; "-" leads from what the page says to what the world shows.

import assert from "node:assert/strict";
import { ListTagsForResourceCommand } from "@aws-sdk/client-cloudwatch-logs";
import { after, before as beforeAll, describe, it } from "node:test";
import { anchor, day, dimensionNames, dimensionsOf, minute, startWorld, sum } from "./lib/world.js";

const prefix = "sns/us-east-1/123456789012/";
const successGroups = [`${prefix}DirectPublishToPhoneNumber`, `${prefix}order-updates`];
const failureGroups = successGroups.map((group) => `${group}/Failure`);

const reasons = {
  50: "Blocked as spam by phone carrier",
  51: "Destination is blacklisted",
  52: "Invalid phone number",
  53: "Message body is invalid",
  54: "Phone carrier has blocked this message",
  55: "Phone carrier is currently unreachable/unavailable",
  56: "Phone has blocked SMS",
  57: "Phone is blacklisted",
  58: "Phone is currently unreachable/unavailable",
  59: "Phone number is opted out",
  60: "This delivery would exceed max price",
  61: "Unknown error attempting to reach phone",
};

let world;
let successes;
let failures;
let goldenSuccess;
let goldenFailure;

/** Records of log groups, parsed; a record that is no JSON fails the suite. */
async function records(of, groups) {
  const events = (await Promise.all(groups.map((group) => of.events(group)))).flat();
  return events.map((event) => ({ ...event, record: JSON.parse(event.message) }));
}

beforeAll(async () => {
  world = await startWorld(["sms"]);
  successes = await records(world, successGroups);
  failures = await records(world, failureGroups);
  goldenSuccess = successes.find(({ record }) => record.notification.messageId === "34d9b400-c6dd-5444-820d-fbeb0f1f54cf");
  goldenFailure = failures.find(({ record }) => record.notification.messageId === "1077257a-92f3-5ca3-bc97-6a915b310625");
});

after(() => world?.stop());

const total = async (name, dimensions) => sum(await world.data("AWS/SNS", name, dimensions));

describe("statements", () => {
  it("SMS-01 deliveries can be watched with metrics and logs", async () => {
    assert.ok((await world.metrics({ Namespace: "AWS/SNS" })).length > 0);
    assert.ok(successes.length > 0 && failures.length > 0);
  });

  it("SMS-02 SNS pushes SMS metrics by itself: they are in AWS/SNS", async () => {
    const names = new Set((await world.metrics({ Namespace: "AWS/SNS" })).map((one) => one.MetricName));
    assert.ok(names.has("SMSSuccessRate") && names.has("SMSMonthToDateSpentUSD"));
  });

  it("SMS-04 SMS delivery rate: SMSSuccessRate equals what the logs say", async () => {
    const attempts = sum(await world.data("AWS/SNS", "SMSSuccessRate", {}, { stat: "SampleCount" }));
    assert.equal(attempts, successes.length + failures.length);
    assert.equal(await total("SMSSuccessRate", {}), successes.length);
    assert.deepEqual(
      [...new Set((await world.metrics({ Namespace: "AWS/SNS", MetricName: "SMSSuccessRate" })).map(dimensionNames))].sort(),
      ["", "Country,SMSType"],
    );
  });

  it("SMS-05 month-to-date charges: SMSMonthToDateSpentUSD grows by the logged prices", async () => {
    const spent = await world.data("AWS/SNS", "SMSMonthToDateSpentUSD", {}, { stat: "Maximum" });
    const [first, ...rest] = [...spent.entries()].sort(([a], [b]) => a - b);
    const charged = [...successes, ...failures]
      .filter(({ timestamp }) => timestamp >= first[0] + minute)
      .reduce((price, { record }) => price + record.delivery.priceInUSD, 0);

    assert.ok(Math.abs(rest.at(-1)[1] - first[1] - charged) < 0.001);
    assert.equal(spent.size, 14 * 24 * 60);
    rest.reduce((previous, [, value]) => (assert.ok(value >= previous), value), first[1]);
  });

  it("SMS-06 the list of metric types is that of the SNS monitoring page", async () => {
    const metrics = await world.metrics({ Namespace: "AWS/SNS" });
    assert.deepEqual([...new Set(metrics.map((one) => one.MetricName))].sort(), [
      "NumberOfMessagesPublished",
      "NumberOfNotificationsDelivered",
      "NumberOfNotificationsFailed",
      "PublishSize",
      "SMSMonthToDateSpentUSD",
      "SMSSuccessRate",
    ]);
    const published = metrics.filter((one) => one.MetricName === "NumberOfMessagesPublished").map(dimensionsOf);
    assert.equal(published.length, 7); // the topic, direct publishes, and the five busiest numbers
    assert.ok(published.includes("TopicName=order-updates") && published.includes("PhoneNumber=PhoneNumberDirect"));
  });

  it("SMS-07 logging of successful and unsuccessful deliveries: four log groups", async () => {
    const groups = (await world.groups(prefix)).map((group) => group.logGroupName);
    assert.deepEqual(groups.sort(), [...successGroups, ...failureGroups].sort());
  });

  it("SMS-08 one record per message sent", async () => {
    const of = async (name) => (await total(name, { TopicName: "order-updates" })) + (await total(name, { PhoneNumber: "PhoneNumberDirect" }));
    const ids = new Set([...successes, ...failures].map(({ record }) => record.notification.messageId));
    assert.equal(await of("NumberOfNotificationsFailed"), failures.length);
    assert.equal(await of("NumberOfNotificationsDelivered"), successes.length);
    assert.equal(await of("NumberOfMessagesPublished"), successes.length + failures.length);
    assert.equal(ids.size, successes.length + failures.length);
  });

  it("SMS-09 a record includes the price", () => {
    assert.ok([...successes, ...failures].every(({ record }) => record.delivery.priceInUSD >= 0 && record.delivery.priceInUSD < 1));
  });

  it("SMS-10 a record includes success or failure", () => {
    assert.ok(successes.every(({ record }) => record.status === "SUCCESS"));
    assert.ok(failures.every(({ record }) => record.status === "FAILURE"));
  });

  it("SMS-11 a record includes the reason of a failure", () => {
    assert.ok(failures.every(({ record }) => record.delivery.providerResponse.length > 0));
  });

  it("SMS-12 a record includes the dwell time, and the time until the device acknowledged is not shorter", () => {
    for (const { record } of [...successes, ...failures]) {
      const { dwellTimeMs, dwellTimeMsUntilDeviceAck } = record.delivery;
      assert.ok(Number.isInteger(dwellTimeMs) && dwellTimeMs >= 0 && dwellTimeMsUntilDeviceAck >= dwellTimeMs);
    }
  });

  it("SMS-13 a record includes other information, in the documented order", () => {
    const delivery = ["mnc", "numberOfMessageParts", "destination", "priceInUSD", "smsType", "mcc", "providerResponse"];
    const times = ["dwellTimeMs", "dwellTimeMsUntilDeviceAck"];
    for (const one of [...successes, ...failures].filter((one) => one !== goldenSuccess && one !== goldenFailure)) {
      const { record } = one;
      assert.deepEqual(Object.keys(record), ["notification", "delivery", "status"]);
      assert.deepEqual(Object.keys(record.delivery), [...(record.status === "SUCCESS" ? ["phoneCarrier"] : []), ...delivery, ...times]);
      assert.equal(one.message, JSON.stringify(record)); // compact, nothing escaped
    }
  });

  it("SMS-14 only Regions that support SMS: us-east-1, and nothing elsewhere", async () => {
    assert.deepEqual(await world.metrics({ Namespace: "AWS/SNS" }, "us-west-2"), []);
  });

  it("SMS-15 a role gives access to CloudWatch Logs: a tag of the groups names it", async () => {
    for (const group of await world.groups(prefix)) {
      const { tags } = await world.logs().send(new ListTagsForResourceCommand({ resourceArn: group.logGroupArn }));
      assert.match(tags.DeliveryStatusIAMRole, /^arn:aws:iam::123456789012:role\/SNS(Success|Failure)Feedback$/);
    }
  });

  it("SMS-16 the percentage of successes that are logged is a setting: 100 here", async () => {
    const [group] = await world.groups(successGroups[0]);
    const { tags } = await world.logs().send(new ListTagsForResourceCommand({ resourceArn: group.logGroupArn }));
    assert.equal(tags.DeliveryStatusSuccessSamplingRate, "100");
  });

  it("SMS-19 sampling not specified: all successes are logged", async () => {
    const delivered =
      (await total("NumberOfNotificationsDelivered", { TopicName: "order-updates" })) +
      (await total("NumberOfNotificationsDelivered", { PhoneNumber: "PhoneNumberDirect" }));
    assert.equal(successes.length, delivered);
  });
});

describe("sampling", () => {
  const sampled = async (profile) => {
    const other = await startWorld([{ name: "sms", profile }]);
    try {
      return {
        logged: (await records(other, successGroups)).map(({ record }) => record),
        failed: (await records(other, failureGroups)).length,
        rated: await other.data("AWS/SNS", "SMSSuccessRate", {}, { stat: "SampleCount" }).then(sum),
        delivered: await other.data("AWS/SNS", "SMSSuccessRate", {}).then(sum),
      };
    } finally {
      await other.stop();
    }
  };

  it("SMS-17 a sampling of 0: only failures are logged", async () => {
    const { logged, failed, rated, delivered } = await sampled("failures-only");
    assert.deepEqual(logged.map(({ notification }) => notification.messageId), ["34d9b400-c6dd-5444-820d-fbeb0f1f54cf"]); // the example
    assert.ok(failed > 0 && rated - delivered === failed);
  });

  it("SMS-18 a sampling of 10: ten percent of the successes, those whose id says so", async () => {
    const { logged, delivered } = await sampled("tiny");
    const ids = new Set(logged.map(({ notification }) => notification.messageId));
    const all = successes.filter(({ timestamp }) => timestamp >= anchor.getTime() - day / 4);
    const expected = all.filter(({ record }) => ids.has(record.notification.messageId));
    assert.ok(logged.length > 0.05 * delivered && logged.length < 0.15 * delivered);
    assert.ok(expected.length >= logged.length - 2); // the same messages as without sampling
  });

  it("SMS-20 failures are logged whatever the percentage", async () => {
    const { failed, rated, delivered } = await sampled("tiny");
    assert.equal(failed, rated - delivered);
  });
});

describe("the documented success", () => {
  const row = (id, what, check) => it(`${id} success: ${what}`, () => check(goldenSuccess.record));
  row("SMS-21", "notification is an object", (record) => assert.equal(typeof record.notification, "object"));
  row("SMS-22", "notification.messageId", ({ notification }) => assert.equal(notification.messageId, "34d9b400-c6dd-5444-820d-fbeb0f1f54cf"));
  row("SMS-23", "notification.timestamp has no zone", ({ notification }) => assert.equal(notification.timestamp, "2016-06-28 00:40:34.558"));
  row("SMS-24", "delivery is an object", (record) => assert.equal(typeof record.delivery, "object"));
  row("SMS-25", "delivery.phoneCarrier is a text", ({ delivery }) => assert.equal(delivery.phoneCarrier, "My Phone Carrier"));
  row("SMS-26", "delivery.mnc is the number 270", ({ delivery }) => assert.equal(delivery.mnc, 270));
  row("SMS-27", "delivery.destination with its closing quote", ({ delivery }) => assert.equal(delivery.destination, "+1XXX5550100"));
  row("SMS-28", "delivery.priceInUSD is the number 0.00645", ({ delivery }) => assert.equal(delivery.priceInUSD, 0.00645));
  row("SMS-29", "delivery.smsType", ({ delivery }) => assert.equal(delivery.smsType, "Transactional"));
  row("SMS-30", "delivery.mcc is the number 310", ({ delivery }) => assert.equal(delivery.mcc, 310));
  row("SMS-31", "delivery.providerResponse", ({ delivery }) => assert.equal(delivery.providerResponse, "Message has been accepted by phone carrier"));
  row("SMS-32", "delivery.dwellTimeMs is 599", ({ delivery }) => assert.equal(delivery.dwellTimeMs, 599));
  row("SMS-33", "delivery.dwellTimeMsUntilDeviceAck is 1344", ({ delivery }) => assert.equal(delivery.dwellTimeMsUntilDeviceAck, 1344));
  row("SMS-34", "status", (record) => assert.equal(record.status, "SUCCESS"));
});

describe("the documented failure", () => {
  const row = (id, what, check) => it(`${id} failure: ${what}`, () => check(goldenFailure.record));
  row("SMS-35", "notification is an object", (record) => assert.equal(typeof record.notification, "object"));
  row("SMS-36", "notification.messageId", ({ notification }) => assert.equal(notification.messageId, "1077257a-92f3-5ca3-bc97-6a915b310625"));
  row("SMS-37", "notification.timestamp", ({ notification }) => assert.equal(notification.timestamp, "2016-06-28 00:40:34.559"));
  row("SMS-38", "delivery is an object", (record) => assert.equal(typeof record.delivery, "object"));
  row("SMS-39", "phoneCarrier is absent", ({ delivery }) => assert.ok(!("phoneCarrier" in delivery)));
  row("SMS-40", "delivery.mnc is 0", ({ delivery }) => assert.equal(delivery.mnc, 0));
  row("SMS-41", "delivery.destination with its closing quote", ({ delivery }) => assert.equal(delivery.destination, "+1XXX5550100"));
  row("SMS-42", "delivery.priceInUSD is charged", ({ delivery }) => assert.equal(delivery.priceInUSD, 0.00645));
  row("SMS-43", "delivery.smsType", ({ delivery }) => assert.equal(delivery.smsType, "Transactional"));
  row("SMS-44", "delivery.mcc is 0", ({ delivery }) => assert.equal(delivery.mcc, 0));
  row("SMS-45", "delivery.providerResponse", ({ delivery }) => assert.equal(delivery.providerResponse, "Unknown error attempting to reach phone"));
  row("SMS-46", "delivery.dwellTimeMs is 1420", ({ delivery }) => assert.equal(delivery.dwellTimeMs, 1420));
  row("SMS-47", "delivery.dwellTimeMsUntilDeviceAck is 1692", ({ delivery }) => assert.equal(delivery.dwellTimeMsUntilDeviceAck, 1692));
  row("SMS-48", "status", (record) => assert.equal(record.status, "FAILURE"));
});

describe("reasons of failures", () => {
  it("SMS-49 the reason is in providerResponse, and there are exactly the twelve texts", () => {
    const found = new Set(failures.map(({ record }) => record.delivery.providerResponse));
    assert.deepEqual([...found].sort(), Object.values(reasons).sort());
  });

  for (const [row, reason] of Object.entries(reasons)) {
    it(`SMS-${row} ${reason}`, async () => {
      const found = await Promise.all(
        failureGroups.map((group) => world.events(group, { filterPattern: `{ $.delivery.providerResponse = "${reason}" }` })),
      );
      assert.ok(found.flat().length > 0);
    });
  }
});

describe("defects and gaps of the page", () => {
  it("SMS-62 both examples are valid JSON, although typographic quotes make them invalid on the page", () => {
    const recorded = {
      notification: { messageId: "1077257a-92f3-5ca3-bc97-6a915b310625", timestamp: "2016-06-28 00:40:34.559" },
      delivery: {
        mnc: 0,
        destination: "+1XXX5550100",
        priceInUSD: 0.00645,
        smsType: "Transactional",
        mcc: 0,
        providerResponse: "Unknown error attempting to reach phone",
        dwellTimeMs: 1420,
        dwellTimeMsUntilDeviceAck: 1692,
      },
      status: "FAILURE",
    };
    assert.equal(goldenFailure.message, JSON.stringify(recorded));
    assert.equal(JSON.stringify(JSON.parse(goldenSuccess.message)), goldenSuccess.message);
  });

  it("SMS-63 the page names no groups, streams or retention: those of the SNS documentation, UUIDs, 30 days", async () => {
    const groups = await world.groups(prefix);
    assert.deepEqual(groups.map((group) => group.retentionInDays), [30, 30, 30, 30]);
    assert.ok(successes.every(({ logStreamName }) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(logStreamName)));
  });
});

describe("alarms", () => {
  it("SMS-03 alarms watch thresholds of these metrics: of the rate in the US and of the spend limit in ALARM, the others OK", async () => {
    assert.deepEqual(await world.alarms("sms-"), {
      "sms-slow": "OK",
      "sms-spam": "OK",
      "sms-spend-80": "ALARM",
      "sms-us-success": "ALARM",
      "sms-us-success-enough": "ALARM",
    });
  });
});
