using Emulator.Protocol;

namespace Emulator.Services.Logs.Events;

/// <summary>A place in a log stream and the direction to go on from it: the tokens of GetLogEvents.</summary>
/// <remarks>The form on AWS: <c>f/</c> or <c>b/</c> and the id of the event that was returned last or first.</remarks>
/// <param name="Forward">Whether the next page is later.</param>
/// <param name="Id">The page starts behind this event, or ends before it.</param>
readonly record struct StreamMark(bool Forward, EventId Id)
{
    const string ForwardPrefix = "f/";
    const string BackwardPrefix = "b/";

    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static StreamMark Parse(string token) =>
        token.Length > 2
        && token[..2] is ForwardPrefix or BackwardPrefix
        && EventId.TryParse(token.AsSpan(2), out var id)
            ? new StreamMark(token.StartsWith(ForwardPrefix, StringComparison.Ordinal), id)
            : throw LogsErrors.InvalidNextToken();

    /// <summary>Narrows a range to what is behind the mark in its direction.</summary>
    public EventQuery Continue(EventQuery range)
    {
        var here = range.After(Id);
        return here with
        {
            From = here.From > range.From ? here.From : range.From,
            Until = here.Until < range.Until ? here.Until : range.Until,
        };
    }

    /// <summary>The forward token of an empty page: what it was, or one that sees the events that the backward page ended before.</summary>
    /// <param name="mark">What the caller passed; <c>null</c> for the start of the range.</param>
    public static StreamMark Behind(StreamMark? mark, EventQuery range) =>
        mark switch
        {
            { Forward: true } forward => forward,
            { } backward => new StreamMark(true, backward.Id.Previous),
            null => new StreamMark(true, range.From),
        };

    /// <summary>The backward token of an empty page.</summary>
    /// <inheritdoc cref="Behind"/>
    public static StreamMark Ahead(StreamMark? mark, EventQuery range) =>
        mark switch
        {
            { Forward: false } backward => backward,
            { } forward => new StreamMark(false, forward.Id.Next),
            null => new StreamMark(false, range.From),
        };

    public override string ToString() => $"{(Forward ? ForwardPrefix : BackwardPrefix)}{Id}";
}
