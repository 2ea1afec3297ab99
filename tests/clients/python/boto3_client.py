"""boto3 as a client of the conformance suite: see lines.py for how it is driven."""

import functools
import os

import boto3
import botocore.config
import botocore.exceptions
from botocore import xform_name

from lines import ServiceError, serve

# What the SDK would refuse by itself must reach the server.
CONFIG = botocore.config.Config(parameter_validation=False, inject_host_prefix=False)


@functools.lru_cache(maxsize=16)
def client_for(service, account, region):
    return boto3.client(
        service,
        endpoint_url=os.environ["EMULATOR"],
        region_name=region,
        aws_access_key_id=account,
        aws_secret_access_key="secret",
        config=CONFIG,
    )


def call(request):
    client = client_for(request["service"], request["account"], request["region"])
    method = xform_name(request["operation"])
    try:
        if request["paginate"]:
            pages = {"PageSize": request["pageSize"]} if request["pageSize"] else {}
            return client.get_paginator(method).paginate(**request["input"], PaginationConfig=pages).build_full_result()

        answer = getattr(client, method)(**request["input"])
    except botocore.exceptions.ClientError as error:
        raise ServiceError(
            code=error.response["Error"]["Code"],
            message=error.response["Error"].get("Message"),
            status=error.response["ResponseMetadata"]["HTTPStatusCode"],
        ) from error

    del answer["ResponseMetadata"]
    return answer


serve(call)
