"""Calls come in one a line, answers go out one a line; a call is an AWS operation with its input."""

import datetime
import json
import sys


class ServiceError(Exception):
    """What the service answered instead of a result."""

    def __init__(self, **members):
        super().__init__(str(members))
        self.members = members


def serve(call):
    """Answers every line of standard input. `call` returns an answer or raises `ServiceError`."""
    for line in sys.stdin:
        request = json.loads(line, object_hook=_untag)
        try:
            answer = {"output": call(request)}
        except ServiceError as error:
            answer = {"error": error.members}

        print(json.dumps(answer, default=_to_text), flush=True)


def _untag(value):
    if "$time" in value:
        return datetime.datetime.fromisoformat(value["$time"].replace("Z", "+00:00"))

    return float(value["$number"]) if "$number" in value else value


def _to_text(value):
    if isinstance(value, datetime.datetime):
        return value.isoformat()

    raise TypeError(f"An answer holds a {type(value).__name__}")
