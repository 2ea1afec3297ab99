using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.ScheduledQueries;

/// <summary>Shows a scheduled query.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetScheduledQuery.html"/>
/// </remarks>
[Operation(Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class GetScheduledQuery
{
    [Shape]
    public sealed partial record Request
    {
        /// <summary>Its name or its ARN.</summary>
        [Length(1, 300)]
        public required string Identifier { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static ScheduledQuery Handle(Request request, LogsScope logs) =>
        ScheduledQuery.Of(logs.State.ScheduledQueries.Require(request.Identifier), logs.State.ScheduledQueries);
}
