# Plain Dockerfile syntax: it builds with Docker and with Podman. `make image` builds it, `make container` tests what was built.
# Both base images can be replaced where none can be pulled: --build-arg SDK_IMAGE=… --build-arg RUNTIME_IMAGE=…
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled

# The compiler runs on the machine's own architecture and compiles for the image's: nothing is emulated.
FROM --platform=${BUILDPLATFORM} ${SDK_IMAGE} AS build
ARG TARGETARCH=amd64
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props BannedSymbols.txt global.json .editorconfig ./
COPY src src
COPY fixtures fixtures
# Continuous integration builds have no path of this machine in them, so the same sources give the same bytes.
RUN case "${TARGETARCH}" in arm64) rid=linux-arm64 ;; *) rid=linux-x64 ;; esac \
    && dotnet publish src/Emulator.Server -c Release -r "$rid" -p:ContinuousIntegrationBuild=true -p:DebugType=none \
        -p:GenerateDocumentationFile=false --disable-build-servers -o /app \
    && mkdir /empty

FROM ${RUNTIME_IMAGE}
# Time zones, for what is scheduled by local time. The base image that has them has 40 MB of languages too.
COPY --from=build /usr/share/zoneinfo /usr/share/zoneinfo
COPY --from=build /app /app
# An empty directory that the user of the image owns, so that a fresh volume is writable.
COPY --from=build --chown=1654:1654 /empty /data
USER 1654:1654
ENV CLOUDWATCH_EMULATOR_HOST=0.0.0.0 \
    CLOUDWATCH_EMULATOR_PORT=4566 \
    CLOUDWATCH_EMULATOR_DATA=/data \
    DOTNET_EnableDiagnostics=0
EXPOSE 4566
VOLUME /data
HEALTHCHECK --interval=2s --timeout=3s --start-period=10s --retries=5 CMD ["/app/cloudwatch-emulator", "health"]
ENTRYPOINT ["/app/cloudwatch-emulator"]
