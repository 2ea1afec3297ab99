using System.Globalization;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Tests.Support;

namespace Emulator.Tests.CloudWatch.Metrics;

public class StatisticTests
{
    [Theory]
    [CaseFile("statistics.txt")]
    public void Computes_what_the_definitions_say(string samples, string expectations)
    {
        var sum = new BucketSum(keepsValues: true);
        sum.Clear();
        foreach (var bucket in samples.Split(' ').Select(ReadBucket))
        {
            sum.Add(bucket);
        }

        foreach (var expectation in expectations.Split(", "))
        {
            var parts = expectation.Split(' ');
            var (name, relation, expected) = (parts[0], parts[1], parts[2]);
            Assert.True(Statistic.TryParse(name, out var statistic), name);

            var actual = sum.TryGet(statistic, out var value)
                ? value.ToString(relation == "≈" ? "G15" : "R", CultureInfo.InvariantCulture)
                : "none";

            Assert.Equal($"{name} = {expected}", $"{name} = {actual}");
        }
    }

    [Theory]
    [CaseFile("statistic-names.txt")]
    public void Knows_which_texts_name_a_statistic(string name, string expected)
    {
        Assert.Equal(expected == "valid", Statistic.TryParse(name, out var statistic));
        Assert.Equal(expected == "valid" ? name : null, statistic.Name);
    }

    static Bucket ReadBucket(string text)
    {
        if (text.StartsWith('{'))
        {
            var numbers = text.Trim('{', '}').Split(',').Select(ReadNumber).ToList();
            return Bucket.OfStatistics(0, numbers[0], numbers[1], numbers[2], numbers[3]);
        }

        var parts = text.Split('x');
        return Bucket.OfValue(0, ReadNumber(parts[0]), parts.Length == 1 ? 1 : ReadNumber(parts[1]));
    }

    static double ReadNumber(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
