using System.Text;
using Emulator.Protocol.Shapes;
using FsCheck;
using FsCheck.Fluent;

namespace Emulator.Tests.Protocol;

/// <summary>Makes samples with values at the edges of what the formats can carry.</summary>
static class SampleGenerator
{
    static readonly Gen<double> Doubles = Gen.OneOf(
        Gen.Elements(
            0.0,
            -0.0,
            41,
            0.1,
            -1.5,
            1e7,
            1e-3,
            9999999.999,
            1e15,
            123456789012345680,
            1e300,
            double.Epsilon,
            double.MaxValue,
            double.MinValue,
            double.NaN,
            double.PositiveInfinity,
            double.NegativeInfinity
        ),
        Longs().Select(BitConverter.Int64BitsToDouble).Where(value => !double.IsNaN(value)),
        Gen.Choose(-1000000, 1000000).Select(value => value / 1000.0)
    );

    // Code points of every width in UTF-8, and those that some format has to escape.
    static readonly Gen<string> Strings = Gen.ArrayOf(
            Gen.Elements("a", "Z", "9", " ", "&", "<", ">", "\"", "\\", "/", "+", "%", "=", ".", "\n", "\t", "\r")
                .Or(Gen.Elements("é", "ÿ", "漢", "\uFFFD", "\uF8FF", "😀", "\U0010FFFD"))
        )
        .Select(string.Concat);

    static readonly Gen<DateTimeOffset> Times = Gen.Elements(
            -62_135_596_800_000,
            -1,
            0,
            1,
            999,
            1_785_585_600_000,
            1_785_585_600_123,
            253_402_300_799_999
        )
        .Or(Gen.Choose(int.MinValue, int.MaxValue).Select(value => value * 1009L))
        .Select(DateTimeOffset.FromUnixTimeMilliseconds);

    public static Arbitrary<Sample> Samples { get; } = Gen.Sized(Sample).ScaleSize(size => size / 8).ToArbitrary();

    static Gen<long> Longs() =>
        Gen.Choose(int.MinValue, int.MaxValue).Two().Select(pair => ((long)pair.Item1 << 32) ^ (uint)pair.Item2);

    static Gen<Sample> Sample(int size)
    {
        var inner = size < 2 ? Gen.Constant(new Sample()) : Sample(size / 3);
        var scalars =
            from name in Optional(Strings)
            from text in Optional(Strings)
            from count in Optional(Gen.Elements(0, 1, -1, 23, 24, 255, 256, 65536, int.MinValue, int.MaxValue))
            from size64 in Optional(Gen.Elements(0, -24, -25, long.MinValue, long.MaxValue).Or(Longs()))
            from value in Optional(Doubles)
            from flag in Optional(Gen.Elements(true, false))
            from time in Optional(Times)
            from blob in Optional(Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value)))
            select new Sample
            {
                Name = name.SingleOrDefault(),
                Text = text.Length == 0 ? null : new Utf8Text(Encoding.UTF8.GetBytes(text[0])),
                Count = count.Length == 0 ? null : count[0],
                Size = size64.Length == 0 ? null : size64[0],
                Value = value.Length == 0 ? null : value[0],
                Flag = flag.Length == 0 ? null : flag[0],
                Time = time.Length == 0 ? null : time[0],
                Blob = blob.Length == 0 ? null : blob[0],
            };
        return from sample in scalars
            from child in Optional(inner)
            from children in Optional(Gen.ListOf(inner))
            from values in Optional(Gen.ListOf(Doubles))
            from rows in Optional(Gen.ListOf(Gen.ListOf(Strings)))
            from tags in Optional(Gen.ListOf(Strings.Two()))
            from index in Optional(Gen.ListOf(Strings.Zip(inner)))
            select sample with
            {
                Child = child.SingleOrDefault(),
                Children = children.SingleOrDefault()?.ToList(),
                Values = values.SingleOrDefault()?.ToList(),
                Rows = rows.SingleOrDefault()?.Select(row => row.ToList()).ToList(),
                Tags = tags.SingleOrDefault()
                    ?.DistinctBy(tag => tag.Item1)
                    .ToDictionary(tag => tag.Item1, tag => tag.Item2),
                Index = index
                    .SingleOrDefault()
                    ?.DistinctBy(entry => entry.Item1)
                    .ToDictionary(entry => entry.Item1, entry => entry.Item2),
            };
    }

    /// <summary>None or one: a member may be absent.</summary>
    static Gen<T[]> Optional<T>(Gen<T> gen) =>
        Gen.OneOf(Gen.Constant(Array.Empty<T>()), gen.Select(value => new[] { value }));
}
