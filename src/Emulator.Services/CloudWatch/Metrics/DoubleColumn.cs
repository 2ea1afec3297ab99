using System.Runtime.InteropServices;
using Emulator.Services.Sealing;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>Numbers as docs/formats/metric-block.md lays them out: the first bytes of all, then the second bytes of all, and so on.</summary>
static class DoubleColumn
{
    public static void Write(VarintWriter writer, List<double> numbers)
    {
        var target = writer.Take(numbers.Count * sizeof(double));
        var source = CollectionsMarshal.AsSpan(numbers);
        for (var i = 0; i < source.Length; i++)
        {
            var bits = BitConverter.DoubleToUInt64Bits(source[i]);
            for (var part = 0; part < sizeof(double); part++)
            {
                target[part * source.Length + i] = (byte)(bits >> (8 * part));
            }
        }
    }

    public static double[] Read(ref VarintReader reader, int count)
    {
        var source = reader.Bytes(checked(count * sizeof(double)));
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            var bits = 0UL;
            for (var part = 0; part < sizeof(double); part++)
            {
                bits |= (ulong)source[part * count + i] << (8 * part);
            }

            numbers[i] = BitConverter.UInt64BitsToDouble(bits);
        }

        return numbers;
    }
}
