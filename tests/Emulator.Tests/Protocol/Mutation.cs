namespace Emulator.Tests.Protocol;

/// <summary>Damages input the way fuzzers do.</summary>
static class Mutation
{
    /// <summary>Replaces, inserts and removes a few characters.</summary>
    public static string Of(string text, Random random, string alphabet)
    {
        var characters = text.ToList();
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(characters.Count);
            switch (random.Next(3))
            {
                case 0:
                    characters[at] = alphabet[random.Next(alphabet.Length)];
                    break;
                case 1:
                    characters.Insert(at, alphabet[random.Next(alphabet.Length)]);
                    break;
                default:
                    characters.RemoveAt(at);
                    break;
            }
        }

        return string.Concat(characters);
    }

    /// <summary>Flips, overwrites, repeats, moves or cuts off bytes.</summary>
    public static byte[] Of(byte[] bytes, Random random)
    {
        var result = bytes.ToList();
        for (var edits = random.Next(1, 6); edits > 0 && result.Count > 0; edits--)
        {
            var at = random.Next(result.Count);
            var count = Math.Min(random.Next(1, 20), result.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    result[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    result[at] = (byte)random.Next(256);
                    break;
                case 2:
                    result.InsertRange(random.Next(result.Count), result.GetRange(at, count));
                    break;
                case 3:
                    result.RemoveRange(at, count);
                    break;
                case 4:
                    result.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    result.RemoveRange(at, result.Count - at);
                    break;
            }
        }

        return [.. result];
    }
}
