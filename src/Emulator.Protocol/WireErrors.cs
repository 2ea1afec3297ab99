namespace Emulator.Protocol;

/// <summary>The errors that do not come from an operation: malformed, misdirected and refused requests.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CommonErrors.html"/></remarks>
public static class WireErrors
{
    const string FrameworkNamespace = "com.amazon.coral.service";

    /// <param name="text">What the caller reads; <c>null</c> in JSON and CBOR, where AWS sends no text.</param>
    public static AwsException UnknownOperation(string? text = null) =>
        new("UnknownOperationException", text) { QueryCode = "InvalidAction", TypeNamespace = FrameworkNamespace };

    /// <summary>A Query request without <c>Action</c>.</summary>
    public static AwsException MissingAction() =>
        new("MissingActionException", "Missing Action")
        {
            QueryCode = "MissingAction",
            TypeNamespace = FrameworkNamespace,
        };

    /// <summary>A path that belongs to no protocol.</summary>
    public static AwsException NothingHere() =>
        new("UnknownOperationException", "No AWS protocol recognises this request.", 404)
        {
            QueryCode = "InvalidAction",
            TypeNamespace = FrameworkNamespace,
            KeepsStatus = true,
        };

    /// <summary>Input that is malformed or of the wrong kind: <c>SerializationException</c>, in Query <c>MalformedInput</c>.</summary>
    public static AwsException Serialization(string text) =>
        new("SerializationException", text)
        {
            QueryCode = "MalformedInput",
            TypeNamespace = FrameworkNamespace,
            CapitalMessage = true,
        };

    /// <summary>Input that holds a value of one kind where the shape has another, in words that users of AWS report.</summary>
    internal static AwsException WrongKind(ValueKind found, ValueKind wanted) =>
        Serialization(
            (found, wanted) switch
            {
                (ValueKind.Structure or ValueKind.Map, _) => "Start of structure or map found where not expected.",
                (ValueKind.List, _) => "Start of list found where not expected",
                (_, ValueKind.List) => "Expected list or null",
                (_, ValueKind.Map) => "Expected map or null",
                (_, ValueKind.Structure) => "Expected null",
                (_, ValueKind.Integer) => $"{TokenOf(found)} can not be converted to an Integer",
                (_, ValueKind.Timestamp) => $"{TokenOf(found)} can not be converted to milliseconds since epoch",
                _ => $"{TokenOf(found)} can not be converted to a {wanted}",
            }
        );

    /// <summary>Input that nests deeper than readers follow.</summary>
    internal static AwsException TooDeep() =>
        Serialization($"The input nests deeper than {Shapes.ShapeReader.MaxDepth} levels");

    /// <summary>An HTTP message that does not hold together, such as a broken gzip body.</summary>
    public static AwsException MalformedHttpRequest(string text) =>
        new("MalformedHttpRequestException", text)
        {
            QueryCode = "MalformedHttpRequest",
            TypeNamespace = FrameworkNamespace,
        };

    /// <param name="size">Bytes received, or inflated so far.</param>
    /// <param name="limit">Bytes allowed.</param>
    public static AwsException RequestEntityTooLarge(long size, long limit) =>
        new("RequestEntityTooLargeException", $"Request size {size} exceeded {limit} bytes", 413)
        {
            QueryCode = "RequestEntityTooLarge",
            TypeNamespace = FrameworkNamespace,
            KeepsStatus = true,
        };

    public static AwsException Throttling() =>
        new("ThrottlingException", "Rate exceeded") { QueryCode = "Throttling", TypeNamespace = FrameworkNamespace };

    /// <summary>An operation, or a part of one, that AWS has and this emulator does not. Of the 5xx only 501 is not retried by SDKs.</summary>
    public static AwsException NotImplemented(string text) =>
        new("NotImplemented", text, 501) { QueryCode = "NotImplemented", TypeNamespace = FrameworkNamespace };

    /// <summary>A fault of the emulator itself.</summary>
    public static AwsException InternalFailure(string text) =>
        new("InternalFailure", text, 500) { QueryCode = "InternalFailure", TypeNamespace = FrameworkNamespace };

    static string TokenOf(ValueKind found) =>
        found switch
        {
            ValueKind.String => "STRING_VALUE",
            ValueKind.Blob => "BLOB_VALUE",
            ValueKind.True => "TRUE_VALUE",
            ValueKind.False => "FALSE_VALUE",
            _ => "NUMBER_VALUE",
        };
}

/// <summary>The kinds of value that readers meet in input or that shapes want.</summary>
enum ValueKind
{
    Structure,
    Map,
    List,
    String,
    Blob,
    Number,
    True,
    False,
    Integer,
    Long,
    Double,
    Boolean,
    Timestamp,
}
