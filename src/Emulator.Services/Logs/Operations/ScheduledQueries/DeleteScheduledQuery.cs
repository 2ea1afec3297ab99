using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.ScheduledQueries;

/// <summary>Deletes a scheduled query. A run that is under way goes on.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteScheduledQuery.html"/>
/// </remarks>
[Operation(Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class DeleteScheduledQuery
{
    [Shape]
    public sealed partial record Request
    {
        /// <summary>Its name or its ARN.</summary>
        [Length(1, 300)]
        public required string Identifier { get; init; }
    }

    [Shape]
    public sealed partial record Response;

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var queries = logs.State.ScheduledQueries;

        await logs.Write(write => queries.Delete(write, queries.Require(request.Identifier)));

        return new Response();
    }
}
