using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Operations.Metrics;

/// <summary>Publishes data to metrics, which come into being with their first datum.</summary>
/// <remarks>
/// The whole request is taken or refused. Entities are checked and then forgotten: no operation returns them.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html"/>
/// </remarks>
[Operation(Validation = ValidationStyle.Parameters)]
internal static partial class PutMetricData
{
    /// <summary>The most data of one request, with and without entities.</summary>
    const int MaxData = 1000;

    [Shape]
    public sealed partial record Request
    {
        [Length(1, 255)]
        public required string Namespace { get; init; }

        [MaxLength(MaxData)]
        public IReadOnlyList<MetricDatum>? MetricData { get; init; }

        public IReadOnlyList<EntityMetricData>? EntityMetricData { get; init; }

        /// <summary>Whether an invalid entity fails the request; required with entities.</summary>
        public bool? StrictEntityValidation { get; init; }
    }

    /// <summary>There is no output; a header says what was wrong with an entity.</summary>
    public sealed record Response(string? EntityFault) : IShape, INoOutput, IResponseHeaders
    {
        public IEnumerable<KeyValuePair<string, string>> Headers =>
            EntityFault is null ? [] : [new("X-Amzn-Failure-Message", EntityFault)];

        public void Write(ShapeWriter writer) => Empty.Value.Write(writer);
    }

    /// <exception cref="AwsException">
    /// MissingParameter, InvalidParameterValue, InvalidParameterCombination; ValidationError for an invalid entity.
    /// </exception>
    public static async ValueTask<Response> Handle(Request request, CloudWatchScope cloudWatch)
    {
        var now = cloudWatch.Clock.GetUtcNow();
        var plain = request.MetricData ?? [];
        var withEntity = request.EntityMetricData ?? [];
        Check(request, plain, withEntity, now);
        var entityFault = EntityRules.FindFault(withEntity);
        if (entityFault is not null && request.StrictEntityValidation == true)
        {
            throw CloudWatchErrors.InvalidEntity(entityFault);
        }

        var samples = new List<MetricSample>(plain.Count);
        Add(samples, request.Namespace, plain, now);
        foreach (var item in withEntity)
        {
            Add(samples, request.Namespace, item.MetricData ?? [], now);
        }

        if (samples.Count > 0)
        {
            await cloudWatch.State.Metrics.PublishAsync([.. samples], now);
        }

        return new Response(entityFault);
    }

    static void Check(
        Request request,
        IReadOnlyList<MetricDatum> plain,
        IReadOnlyList<EntityMetricData> withEntity,
        DateTimeOffset now
    )
    {
        var errors = new ParameterErrors();
        NameRules.CheckNamespace(request.Namespace, "Namespace", errors);
        if (plain.Count + withEntity.Count == 0)
        {
            errors.Add(CloudWatchErrors.Missing("MetricData"));
        }

        if (withEntity.Count > 0 && request.StrictEntityValidation is null)
        {
            errors.Add(CloudWatchErrors.Missing("StrictEntityValidation"));
        }

        if (plain.Count + withEntity.Sum(item => item.MetricData?.Count ?? 0) > MaxData)
        {
            errors.Add(CloudWatchErrors.CollectionTooLarge("MetricData", MaxData));
        }

        var rules = new DatumRules(now, errors);
        rules.Check(plain, "MetricData");
        for (var i = 0; i < withEntity.Count; i++)
        {
            rules.Check(withEntity[i].MetricData ?? [], $"EntityMetricData.member.{i + 1}.MetricData");
        }

        errors.ThrowIfAny();
    }

    static void Add(List<MetricSample> samples, string ns, IReadOnlyList<MetricDatum> data, DateTimeOffset now)
    {
        foreach (var datum in data)
        {
            DatumSamples.Add(samples, ns, datum, now);
        }
    }
}
