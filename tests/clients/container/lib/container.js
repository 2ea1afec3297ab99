// The image under test, as Testcontainers starts it.

import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { GenericContainer, getContainerRuntimeClient, Wait } from "testcontainers";

export const image = process.env.IMAGE;

/** A container that is to listen on any free port of this machine. */
export const emulator = () =>
  new GenericContainer(image).withExposedPorts(4566).withWaitStrategy(Wait.forHttp("/_emulator/health", 4566));

export const endpointOf = (container) => `http://${container.getHost()}:${container.getMappedPort(4566)}`;

/** The clients of the two services. */
export function clientsOf(container, account = "test") {
  const options = {
    endpoint: endpointOf(container),
    region: "us-east-1",
    credentials: { accessKeyId: account, secretAccessKey: "test" },
  };
  return { logs: new CloudWatchLogsClient(options), cloudwatch: new CloudWatchClient(options) };
}

/** The engine's own view: of an image, a volume, or a container that Testcontainers cannot wait for, because it ends. */
export const engine = async () => (await getContainerRuntimeClient()).container.dockerode;
