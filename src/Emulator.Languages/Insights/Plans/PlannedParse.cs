using System.Text;
using System.Text.RegularExpressions;
using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>Makes what the commands <c>parse</c> fill into a row.</summary>
internal static class PlannedParse
{
    /// <returns>What fills the row, and the fields that become columns.</returns>
    /// <exception cref="SyntaxException">The regular expression is invalid, or the field is gone.</exception>
    public static (Action<Row> Fill, IReadOnlyList<(string Name, int Slot)> Fields) Of(
        StageSyntax stage,
        RowScope scope
    ) =>
        stage switch
        {
            ParseGlobSyntax glob => Glob(glob, scope),
            ParseRegexSyntax regex => Regex(regex, scope),
            var other => Logfmt((ParseLogfmtSyntax)other, scope),
        };

    static (Action<Row>, IReadOnlyList<(string, int)>) Glob(ParseGlobSyntax glob, RowScope scope)
    {
        var subject = scope.Resolve(glob.Field);
        var parser = new GlobParser(glob.Pattern.Text);
        List<(string Name, int Slot)> fields = [.. glob.Names.Select(name => (name.Name, scope.Define(name.Name)))];
        var captures = new Value[fields.Count];
        return (Fill, fields);

        void Fill(Row row)
        {
            Array.Clear(captures);
            if (subject(row).TryText(out var text) && !parser.TryMatch(text, captures))
            {
                Array.Clear(captures);
            }

            for (var i = 0; i < captures.Length; i++)
            {
                row.Set(fields[i].Slot, captures[i]);
            }
        }
    }

    static (Action<Row>, IReadOnlyList<(string, int)>) Regex(ParseRegexSyntax syntax, RowScope scope)
    {
        var subject = scope.Resolve(syntax.Field);
        var regex = LinearRegex.Compile(syntax.Pattern);
        List<(string Name, int Slot)> fields =
        [
            .. regex
                .GetGroupNames()
                .Where(name => !char.IsAsciiDigit(name[0]))
                .Select(name => (name, scope.Define(name))),
        ];
        return fields.Count > 0 ? (Fill, fields) : throw InsightsErrors.NoNamedGroup(syntax.Pattern.Span);

        void Fill(Row row)
        {
            var match = subject(row).TryText(out var text)
                ? regex.Match(Encoding.UTF8.GetString(text.Span))
                : Match.Empty;
            foreach (var (name, slot) in fields)
            {
                var group = match.Groups[name];
                row.Set(slot, group.Success ? Value.Text(group.Value) : Value.Missing);
            }
        }
    }

    static (Action<Row>, IReadOnlyList<(string, int)>) Logfmt(ParseLogfmtSyntax syntax, RowScope scope)
    {
        var subject = scope.Resolve(syntax.Field);
        var slot = scope.Define(syntax.Name.Name);
        return (Fill, []);

        void Fill(Row row) =>
            row.Set(slot, subject(row).TryText(out var text) ? LogfmtParser.Parse(text.Span) : Value.Missing);
    }
}
