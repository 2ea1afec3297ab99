using Emulator.Languages.FilterPatterns.Syntax;
using Emulator.Languages.Text;

namespace Emulator.Languages.FilterPatterns.Parsing;

/// <summary>Reads the slots of a space-delimited pattern.</summary>
/// <param name="cursor">Stands behind the opening bracket; its source ends before the closing one.</param>
sealed class SlotParser(Cursor cursor)
{
    // delimited = "[" , [ slot , { "," , slot } ] , "]" ;
    public DelimitedPattern Parse()
    {
        cursor.SkipWhiteSpace();
        if (cursor.AtEnd)
        {
            return new DelimitedPattern([]);
        }

        List<Slot> slots = [ParseSlot()];
        while (cursor.TryTake(","))
        {
            slots.Add(ParseSlot());
        }

        return cursor.AtEnd ? new DelimitedPattern(slots) : throw PatternCharacters.Unexpected(cursor);
    }

    // slot = ws , ( "" | "..." | field_name | slot_expr ) , ws ;
    Slot ParseSlot()
    {
        cursor.SkipWhiteSpace();
        var start = cursor.Position;
        if (AtSlotEnd)
        {
            return new FieldSlot(null, null);
        }

        if (cursor.TryTake("..."))
        {
            cursor.SkipWhiteSpace();
            return new EllipsisSlot();
        }

        if (PatternCharacters.IsName(cursor.Current))
        {
            var name = ParseFieldName(cursor).Name;
            cursor.SkipWhiteSpace();
            if (AtSlotEnd)
            {
                return new FieldSlot(name, null);
            }

            cursor.Position = start;
        }

        return ParseCondition(start);
    }

    FieldSlot ParseCondition(int start)
    {
        var condition = new ExpressionParser(cursor, ParseFieldName).Parse();
        var subjects = condition.Conditions.Select(part => part.Subject).Distinct().ToList();

        // All conditions of a slot name its one field; AWS refuses [status = 4* && bytes > 1000].
        return subjects is [FieldName { Name: var name }]
            ? new FieldSlot(name, condition)
            : throw FilterPatternErrors.At(cursor.SpanFrom(start));
    }

    // field_name = ( letter | "_" ) , { letter | digit | "_" | "-" } ;
    static FieldName ParseFieldName(Cursor cursor)
    {
        var start = cursor.Position;
        var name = cursor.TakeWhile(PatternCharacters.IsName);
        if (name.Length == 0)
        {
            throw PatternCharacters.Unexpected(cursor, start, PatternCharacters.IsName);
        }

        return char.IsDigit(name[0]) || name[0] == '-'
            ? throw FilterPatternErrors.At(cursor.SpanFrom(start))
            : new FieldName(name);
    }

    bool AtSlotEnd => cursor.AtEnd || cursor.Current == ',';
}
