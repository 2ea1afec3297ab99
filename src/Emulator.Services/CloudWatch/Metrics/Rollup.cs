namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>Decides which blocks of a track become coarser or fewer ones, and merges their buckets.</summary>
/// <remarks>Nothing that a reader can see depends on it: readers apply <see cref="RetentionTiers"/> to whatever they find.</remarks>
static class Rollup
{
    /// <summary>So many small neighbours are worth being joined.</summary>
    const int WorthJoining = 4;

    /// <summary>When the first of some blocks becomes too fine for its age, in seconds since the epoch; the past when blocks want to be joined.</summary>
    /// <param name="blocks">By their first slots.</param>
    public static long DueAt(IReadOnlyList<SealedBlock> blocks)
    {
        var due = long.MaxValue;
        foreach (var block in blocks)
        {
            due = Math.Min(due, RetentionTiers.AgesAt(block.LastTime, block.Resolution));
        }

        return Plan(blocks, static block => block.Resolution).Count > 0 ? long.MinValue : due;
    }

    /// <summary>Groups blocks that are worth being rewritten.</summary>
    /// <param name="blocks">By their first slots.</param>
    public static IReadOnlyList<RollupGroup> Plan(IReadOnlyList<SealedBlock> blocks, RetentionTiers tiers) =>
        Plan(blocks, block => Math.Max(block.Resolution, tiers.LengthAt(block.LastTime)));

    /// <summary>Adds buckets up in coarser slots.</summary>
    /// <param name="parts">Each ascending by time.</param>
    /// <param name="resolution">Length of the new slots in seconds.</param>
    /// <param name="oldest">Slots before this time are left out.</param>
    public static Bucket[] Merge(IEnumerable<Bucket[]> parts, int resolution, long oldest)
    {
        var merged = new OpenBuckets();
        foreach (var part in parts)
        {
            foreach (ref readonly var bucket in part.AsSpan())
            {
                var slot = RetentionTiers.Floor(bucket.Time, resolution);
                if (slot >= oldest)
                {
                    merged.Add(bucket with { Time = slot });
                }
            }
        }

        return merged.Drain();
    }

    static List<RollupGroup> Plan(IReadOnlyList<SealedBlock> blocks, Func<SealedBlock, int> resolutionOf)
    {
        var groups = new List<RollupGroup>();
        var current = new List<SealedBlock>();
        var resolution = 0;
        var size = 0;
        foreach (var block in blocks)
        {
            var wanted = resolutionOf(block);
            var more = (block.Row.Count * block.Resolution + wanted - 1) / wanted;
            if (wanted != resolution || size + more > MetricBlock.MaxBuckets)
            {
                Close();
                resolution = wanted;
            }

            current.Add(block);
            size += more;
        }

        Close();
        return groups;

        void Close()
        {
            if (current.Count >= WorthJoining || current.Exists(block => block.Resolution < resolution))
            {
                groups.Add(new RollupGroup(resolution, current));
            }

            current = [];
            size = 0;
        }
    }
}

/// <summary>Blocks that are to be replaced.</summary>
/// <param name="Resolution">Length of the new slots in seconds.</param>
readonly record struct RollupGroup(int Resolution, IReadOnlyList<SealedBlock> Blocks);
