"""The AWS CLI as a client of the conformance suite: see ../python/lines.py for how it is driven.

Each call is one command line, run by the CLI's own driver in this process, which spares it the start of an interpreter. An
account has its own driver, since a driver keeps its credentials.
"""

import contextlib
import datetime
import functools
import io
import json
import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "python"))

from awscli.clidriver import create_clidriver
from botocore import xform_name

from lines import ServiceError, serve

SERVICE_ERROR = re.compile(r"An error occurred \((\S+?)\) when calling the \w+ operation(?: \(.*?\))?: (.*)", re.DOTALL)


@functools.lru_cache(maxsize=16)
def driver_for(account):
    os.environ["AWS_ACCESS_KEY_ID"] = account
    os.environ["AWS_SECRET_ACCESS_KEY"] = "secret"
    driver = create_clidriver()
    driver.session.get_credentials()
    return driver


def call(request):
    driver = driver_for(request["account"])
    command = [
        request["service"],
        xform_name(request["operation"], "-"),
        "--cli-input-json",
        json.dumps(request["input"], default=datetime.datetime.isoformat),
        "--endpoint-url",
        os.environ["EMULATOR"],
        "--region",
        request["region"],
    ]
    if request["pageSize"]:
        command += ["--page-size", str(request["pageSize"])]
    elif not request["paginate"]:
        command.append("--no-paginate")

    output, errors = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
        exit_code = driver.main(command)

    if exit_code != 0:
        error = SERVICE_ERROR.search(errors.getvalue())
        if error is None:
            raise ServiceError(code="UsageError", message=errors.getvalue())

        raise ServiceError(code=error[1], message=error[2].removesuffix("\n"))

    return json.loads(output.getvalue() or "{}")


serve(call)
