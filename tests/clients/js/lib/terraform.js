// The calls that terraform-provider-aws 5.100 makes for each resource of docs/examples/terraform, in its order and its forms.

import assert from "node:assert/strict";

const group = "/contact-center/calls";
const arn = (rest) => encodeURIComponent(`arn:aws:cloudwatch:us-east-1:000000000000:${rest}`);
const policy =
  '{"Statement":[{"Action":"logs:PutLogEvents","Effect":"Allow","Principal":{"Service":"es.amazonaws.com"},"Resource":"*"}],"Version":"2012-10-17"}';
const queryString = "fields @timestamp, @message | filter @message like /DROPPED/";

const logs = (operation, input, expect) => ({ logs: operation, body: JSON.stringify(input), expect });
const query = (form, expect) => ({ query: `${form}&Version=2010-08-01`, expect });

/** The answer has these members, among others, at the first of a list. */
const first = (list, members) => (text) => {
  const [found] = JSON.parse(text)[list];
  assert.deepEqual(Object.fromEntries(Object.keys(members).map((key) => [key, found[key]])), members);
};

/** The answer has these elements with these texts. */
const elements = (expected) => (text) => {
  for (const [name, value] of Object.entries(expected)) {
    assert.equal(new RegExp(`<${name}>(.*?)</${name}>`).exec(text)?.[1], value, name);
  }
};

const tagged = (key, value) => (text) =>
  assert.match(text, new RegExp(`<Tags><member><Key>${key}</Key><Value>${value}</Value></member></Tags>`));

const untagged = (text) => assert.match(text, /<Tags\s*\/>|<Tags><\/Tags>/);

/** A list without what was destroyed. */
const emptyList = (list) => ({ text }) => assert.deepEqual(JSON.parse(text)[list], []);

const fails = (status, code) => (answer) => {
  assert.equal(answer.status, status);
  assert.match(answer.text, new RegExp(code));
};

const noAlarm = ({ text }) => assert.doesNotMatch(text, /<AlarmName>/);

/** What later calls need from the answer to one: the identifier of a saved query. */
export const applied = (call, answer) =>
  call.logs === "PutQueryDefinition" ? { queryDefinitionId: JSON.parse(answer).queryDefinitionId } : {};

export const resources = [
  {
    type: "aws_cloudwatch_log_group",
    create: [
      logs("CreateLogGroup", { logGroupName: group, tags: { team: "voice" } }),
      logs("PutRetentionPolicy", { logGroupName: group, retentionInDays: 7 }),
    ],
    read: [
      logs("DescribeLogGroups", { logGroupNamePrefix: group }, first("logGroups", { logGroupName: group, retentionInDays: 7, logGroupClass: "STANDARD" })),
      // The provider takes the ARN without the ":*" at its end.
      logs("ListTagsForResource", { resourceArn: `arn:aws:logs:us-east-1:000000000000:log-group:${group}` }, (text) =>
        assert.deepEqual(JSON.parse(text), { tags: { team: "voice" } }),
      ),
    ],
    destroy: [logs("DeleteLogGroup", { logGroupName: group })],
    gone: emptyList("logGroups"),
  },
  {
    type: "aws_cloudwatch_log_stream",
    create: [logs("CreateLogStream", { logGroupName: group, logStreamName: "agents" })],
    read: [logs("DescribeLogStreams", { logGroupName: group, logStreamNamePrefix: "agents" }, first("logStreams", { logStreamName: "agents" }))],
    destroy: [logs("DeleteLogStream", { logGroupName: group, logStreamName: "agents" })],
    gone: emptyList("logStreams"),
  },
  {
    type: "aws_cloudwatch_log_metric_filter",
    create: [
      logs("PutMetricFilter", {
        filterName: "dropped-calls",
        filterPattern: "DROPPED",
        logGroupName: group,
        metricTransformations: [
          { defaultValue: 0, metricName: "DroppedCalls", metricNamespace: "ContactCenter", metricValue: "1", unit: "None" },
        ],
      }),
    ],
    read: [
      logs(
        "DescribeMetricFilters",
        { filterNamePrefix: "dropped-calls", logGroupName: group },
        first("metricFilters", {
          filterName: "dropped-calls",
          filterPattern: "DROPPED",
          logGroupName: group,
          metricTransformations: [
            { metricName: "DroppedCalls", metricNamespace: "ContactCenter", metricValue: "1", defaultValue: 0, unit: "None" },
          ],
        }),
      ),
    ],
    destroy: [logs("DeleteMetricFilter", { filterName: "dropped-calls", logGroupName: group })],
    gone: emptyList("metricFilters"),
  },
  {
    type: "aws_cloudwatch_metric_alarm",
    create: [
      query(
        "Action=PutMetricAlarm&ActionsEnabled=true&AlarmName=dropped-calls&ComparisonOperator=GreaterThanThreshold&EvaluationPeriods=1" +
          "&MetricName=DroppedCalls&Namespace=ContactCenter&Period=60&Statistic=Sum&Tags.member.1.Key=team&Tags.member.1.Value=voice" +
          "&Threshold=2.5&TreatMissingData=notBreaching",
      ),
    ],
    read: [
      query(
        "Action=DescribeAlarms&AlarmNames.member.1=dropped-calls&AlarmTypes.member.1=MetricAlarm",
        elements({
          AlarmName: "dropped-calls",
          AlarmArn: "arn:aws:cloudwatch:us-east-1:000000000000:alarm:dropped-calls",
          ActionsEnabled: "true",
          ComparisonOperator: "GreaterThanThreshold",
          EvaluationPeriods: "1",
          MetricName: "DroppedCalls",
          Namespace: "ContactCenter",
          Period: "60",
          Statistic: "Sum",
          Threshold: "2.5",
          TreatMissingData: "notBreaching",
        }),
      ),
      query(`Action=ListTagsForResource&ResourceARN=${arn("alarm:dropped-calls")}`, tagged("team", "voice")),
    ],
    destroy: [query("Action=DeleteAlarms&AlarmNames.member.1=dropped-calls")],
    gone: noAlarm,
  },
  {
    // Not recorded: the calls are those of the metric alarm with the other operation and type.
    type: "aws_cloudwatch_composite_alarm",
    create: [query("Action=PutCompositeAlarm&ActionsEnabled=true&AlarmName=service&AlarmRule=ALARM%28dropped-calls%29")],
    read: [
      query(
        "Action=DescribeAlarms&AlarmNames.member.1=service&AlarmTypes.member.1=CompositeAlarm",
        elements({ AlarmName: "service", AlarmRule: "ALARM(dropped-calls)", ActionsEnabled: "true" }),
      ),
      query(`Action=ListTagsForResource&ResourceARN=${arn("alarm:service")}`, untagged),
    ],
    destroy: [query("Action=DeleteAlarms&AlarmNames.member.1=service")],
    gone: noAlarm,
  },
  {
    type: "aws_cloudwatch_dashboard",
    create: [query("Action=PutDashboard&DashboardBody=%7B%22widgets%22%3A%5B%5D%7D&DashboardName=calls")],
    read: [
      query(
        "Action=GetDashboard&DashboardName=calls",
        elements({
          DashboardArn: "arn:aws:cloudwatch::000000000000:dashboard/calls",
          DashboardBody: '{"widgets":[]}',
          DashboardName: "calls",
        }),
      ),
    ],
    destroy: [query("Action=DeleteDashboards&DashboardNames.member.1=calls")],
    gone: fails(404, "<Code>(ResourceNotFound|DashboardNotFoundError)</Code>"),
  },
  {
    type: "aws_cloudwatch_query_definition",
    create: [
      logs("PutQueryDefinition", { clientToken: "1f4895ff-1f4a-45d4-b263-027be5fd2b01", logGroupNames: [group], name: "dropped", queryString }),
    ],
    read: [
      logs(
        "DescribeQueryDefinitions",
        { queryDefinitionNamePrefix: "dropped" },
        first("queryDefinitions", { name: "dropped", queryString, logGroupNames: [group] }),
      ),
    ],
    destroy: [logs("DeleteQueryDefinition", { queryDefinitionId: "{queryDefinitionId}" })],
    gone: emptyList("queryDefinitions"),
  },
  {
    type: "aws_cloudwatch_log_resource_policy",
    create: [logs("PutResourcePolicy", { policyDocument: policy, policyName: "search" })],
    read: [logs("DescribeResourcePolicies", {}, first("resourcePolicies", { policyName: "search", policyDocument: policy }))],
    destroy: [logs("DeleteResourcePolicy", { policyName: "search" })],
    gone: emptyList("resourcePolicies"),
  },
];
