// The clients that every behaviour is run through.

import * as cloudwatch from "@aws-sdk/client-cloudwatch";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import { AwsQueryProtocol, AwsSmithyRpcV2CborProtocol } from "@aws-sdk/core/protocols";
import * as cloudwatch3600 from "cloudwatch-3600";
import * as logs3600 from "cloudwatch-logs-3600";
import { childClient } from "./child.js";
import { sdkClient } from "./sdk.js";

export const current = { cloudwatch, logs };

/**
 * The `protocol` setting of the current SDK for each protocol of CloudWatch. Over CBOR this SDK announces a compressed body with
 * the length it had before, so that no server can ever read it to its end: there compression has to be off.
 */
export const protocols = {
  awsJson: {},
  CBOR: { protocol: AwsSmithyRpcV2CborProtocol, disableRequestCompression: true },
  Query: { protocol: AwsQueryProtocol },
};

export const clients = [
  sdkClient("JavaScript SDK, awsJson", current, protocols.awsJson, { recent: true }),
  sdkClient("JavaScript SDK, CBOR", current, protocols.CBOR, { recent: true }),
  sdkClient("JavaScript SDK, Query", { cloudwatch }, protocols.Query, { recent: true }),
  sdkClient("JavaScript SDK 3.600, Query", { cloudwatch: cloudwatch3600, logs: logs3600 }, {}, { recent: false }),
  childClient("boto3", "python/boto3_client.py"),
  childClient("AWS CLI", "cli/awscli_client.py"),
];
