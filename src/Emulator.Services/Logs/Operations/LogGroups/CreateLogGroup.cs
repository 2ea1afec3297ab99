using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.LogGroups;

/// <summary>Creates a log group.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html"/>
/// </remarks>
[Operation]
internal static partial class CreateLogGroup
{
    const string ReservedPrefix = "aws/";

    [Shape]
    public sealed partial record Request
    {
        /// <summary>At most <see cref="LogNames.MaxLength"/> characters, with an error text of its own.</summary>
        [MinLength(1), RegularExpression(Patterns.LogGroupName)]
        public required string LogGroupName { get; init; }

        [MaxLength(256)]
        public string? KmsKeyId { get; init; }

        [
            Length(1, 50),
            KeyLength(1, 128),
            KeyRegularExpression(Patterns.TagKey),
            ElementLength(0, 256),
            ElementRegularExpression(Patterns.TagValue)
        ]
        public IReadOnlyDictionary<string, string>? Tags { get; init; }

        [EnumSet(typeof(LogGroupClass))]
        public string? LogGroupClass { get; init; }

        public bool? DeletionProtectionEnabled { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceAlreadyExistsException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        LogNames.RequireLength(request.LogGroupName);
        if (request.LogGroupName.StartsWith(ReservedPrefix, StringComparison.Ordinal))
        {
            throw LogsErrors.ReservedLogGroupName();
        }

        var tags = TagRules.With(
            new Dictionary<string, string>(),
            request.Tags ?? new Dictionary<string, string>(),
            request.LogGroupName
        );

        await logs.Write(write =>
        {
            if (logs.Groups.Find(request.LogGroupName) is not null)
            {
                throw LogsErrors.LogGroupExists();
            }

            logs.Groups.Create(
                write,
                new LogGroupDocument
                {
                    Id = write.NextSequence(),
                    LogGroupName = request.LogGroupName,
                    CreationTime = logs.Now,
                    LogGroupClass = request.LogGroupClass ?? LogGroupClass.Standard,
                    RetentionInDays = request.LogGroupClass == LogGroupClass.Delivery ? Retention.DeliveryDays : null,
                    KmsKeyId = request.KmsKeyId,
                    DeletionProtectionEnabled = request.DeletionProtectionEnabled ?? false,
                    Tags = tags,
                }
            );
        });

        return Empty.Value;
    }
}
