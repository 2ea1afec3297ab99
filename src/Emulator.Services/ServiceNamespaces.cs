using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch;
using Emulator.Services.Logs;

[assembly: ServiceNamespace("Emulator.Services.CloudWatch", typeof(CloudWatchScope), "CloudWatchOperations")]
[assembly: ServiceNamespace("Emulator.Services.Logs", typeof(LogsScope), "LogsOperations", CamelCase = true)]
