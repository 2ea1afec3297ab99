using System.IO.Compression;
using Emulator.Languages.Insights;
using Emulator.Protocol.Cbor;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Queries;

/// <summary>The rows that a query has found.</summary>
/// <remarks>The body of a block; the format is docs/formats/query-results.md.</remarks>
[Shape]
public sealed partial record QueryResults
{
    const byte Version = 1;

    /// <summary>No row.</summary>
    public static readonly QueryResults None = new() { Rows = [] };

    public required IReadOnlyList<IReadOnlyList<ResultField>> Rows { get; init; }

    internal static QueryResults Of(InsightsResult result) =>
        new()
        {
            Rows =
            [
                .. result.Rows.Select(row =>
                    (IReadOnlyList<ResultField>)
                        [
                            .. row.Select(field => new ResultField
                            {
                                Field = field.Name,
                                Value = new Utf8Text(field.Value),
                            }),
                        ]
                ),
            ],
        };

    /// <summary>Writes the body of a block.</summary>
    /// <param name="decodedBytes">The size of the document in it.</param>
    public byte[] Encode(out int decodedBytes)
    {
        var document = CborDocument.Write(this);
        decodedBytes = document.Length;
        using var body = new MemoryStream();
        body.WriteByte(Version);
        using (var deflater = new DeflateStream(body, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflater.Write(document);
        }

        return body.ToArray();
    }

    /// <exception cref="InvalidDataException">It is not a body of this version, or it is damaged.</exception>
    public static QueryResults Decode(byte[] body)
    {
        if (body is not [Version, ..])
        {
            throw new InvalidDataException($"These are not query results of version {Version}.");
        }

        using var deflated = new MemoryStream(body, 1, body.Length - 1);
        using var inflater = new DeflateStream(deflated, CompressionMode.Decompress);
        using var document = new MemoryStream();
        inflater.CopyTo(document);
        return CborDocument.Read<QueryResults>(document.ToArray());
    }
}
