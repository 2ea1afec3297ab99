using System.Text;
using Emulator.Services.Fixtures.Documents;
using Emulator.Services.Fixtures.Expressions;

namespace Emulator.Services.Fixtures.Generation;

/// <summary>How a log event is made.</summary>
sealed class LogPlan
{
    /// <summary>How long after its time an event is ingested: a little, and not always the same.</summary>
    const long LeastDelay = 60;

    const long MostDelay = 140;

    /// <summary>What is delivered again comes later.</summary>
    const long CopyDelay = 1_500;

    readonly Evaluation? _when;
    readonly Evaluation _group;
    readonly Evaluation _stream;
    readonly RecordTemplate? _record;
    readonly Evaluation? _text;
    readonly Evaluation? _copies;

    /// <exception cref="FixtureException">The description is wrong.</exception>
    public LogPlan(FixtureNode node, Symbols symbols)
    {
        node.RequireObject("when", "group", "stream", "record", "text", "copies");
        _when = node.Find("when") is { } when ? ExpressionParser.Compile(when, symbols) : null;
        _group = TextTemplate.Compile(node.Require("group"), symbols);
        _stream = TextTemplate.Compile(node.Require("stream"), symbols);
        _record = node.Find("record") is { } record ? new RecordTemplate(record, symbols) : null;
        _text = _record is null ? TextTemplate.Compile(node.Require("text"), symbols) : null;
        _copies = node.Find("copies") is { } copies ? ExpressionParser.Compile(copies, symbols) : null;
    }

    public void Write(Frame frame, long time, string region, LogSink sink)
    {
        if (_when is not null && !_when(frame).IsTrue)
        {
            return;
        }

        var message = _record is not null ? _record.Write(frame) : Encoding.UTF8.GetBytes(_text!(frame).ToString());
        var (group, stream) = (_group(frame).ToString(), _stream(frame).ToString());
        var ingestion = time + LeastDelay + time % (MostDelay - LeastDelay);
        var copies = _copies is null ? 1 : _copies(frame).Integer;
        for (var i = 0; i < copies; i++)
        {
            sink.Add(region, group, stream, new GeneratedEvent(time, ingestion + i * CopyDelay, message));
        }
    }
}
