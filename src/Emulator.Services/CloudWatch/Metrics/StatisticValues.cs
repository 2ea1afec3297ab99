using System.Collections;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>The statistics of one data point by name. There are few of them, and up to 1,440 data points: a hash table each would be most of an answer.</summary>
/// <param name="capacity">How many there will be at most.</param>
sealed class StatisticValues(int capacity) : IReadOnlyDictionary<string, double>
{
    readonly KeyValuePair<string, double>[] _pairs = new KeyValuePair<string, double>[capacity];

    public int Count { get; private set; }

    public IEnumerable<string> Keys => this.Select(pair => pair.Key);

    public IEnumerable<double> Values => this.Select(pair => pair.Value);

    public double this[string name] => TryGetValue(name, out var value) ? value : throw new KeyNotFoundException(name);

    /// <summary>Adds a statistic; a name that is there already is asked for twice and has the same value.</summary>
    public void Add(string name, double value)
    {
        if (!ContainsKey(name))
        {
            _pairs[Count++] = KeyValuePair.Create(name, value);
        }
    }

    public bool ContainsKey(string name) => TryGetValue(name, out _);

    public bool TryGetValue(string name, out double value)
    {
        foreach (var pair in _pairs.AsSpan(0, Count))
        {
            if (pair.Key == name)
            {
                value = pair.Value;
                return true;
            }
        }

        value = 0;
        return false;
    }

    public IEnumerator<KeyValuePair<string, double>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return _pairs[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
