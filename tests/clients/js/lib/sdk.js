// A client of the suite that is the AWS SDK for JavaScript.

const constructors = { cloudwatch: "CloudWatchClient", logs: "CloudWatchLogsClient" };

/**
 * @param name what test reports call it
 * @param modules the SDK's packages, by service
 * @param options further options of the SDK's clients, such as the protocol
 * @param recent whether it knows operations and members newer than 2022
 */
export function sdkClient(name, modules, options, { recent }) {
  const open = new Map();
  let endpoint;

  function clientFor({ service, account, region }) {
    const key = `${service} ${account} ${region}`;
    if (!open.has(key)) {
      const credentials = { accessKeyId: account, secretAccessKey: "secret" };
      const Client = modules[service][constructors[service]];
      open.set(key, new Client({ endpoint, region, credentials, disableHostPrefix: true, ...options }));
    }

    return open.get(key);
  }

  return {
    name,
    recent,
    services: Object.keys(modules),

    start(address) {
      endpoint = address;
    },

    /** Makes one call; the answer as plain JSON, or the error that the SDK threw. */
    async call(request) {
      const client = clientFor(request);
      const module = modules[request.service];
      try {
        const output = request.paginate
          ? await drain(module[`paginate${request.operation}`]({ client, pageSize: request.pageSize ?? undefined }, request.input))
          : await client.send(new module[`${request.operation}Command`](request.input));
        return { output: plain(output) };
      } catch (error) {
        return { error: describe(error) };
      }
    },

    stop() {
      for (const client of open.values()) {
        client.destroy();
      }

      open.clear();
    },
  };
}

/** All pages of a paginator as one answer, lists joined. */
async function drain(pages) {
  const joined = {};
  for await (const page of pages) {
    for (const [key, value] of Object.entries(page)) {
      joined[key] = Array.isArray(value) ? [...(joined[key] ?? []), ...value] : value;
    }
  }

  return joined;
}

/** What a user sees of an answer: no transport metadata, dates as text. */
function plain(output) {
  const { $metadata, ...members } = output;
  return JSON.parse(JSON.stringify(members));
}

/** The code is the one of the Query protocol, which the SDK gives beside the class of the error. */
function describe(error) {
  if (error.$metadata?.httpStatusCode === undefined) {
    throw error;
  }

  const { httpStatusCode: status, attempts } = error.$metadata;
  return { code: error.Code ?? error.Error?.Code ?? error.name, message: error.message, status, attempts };
}
