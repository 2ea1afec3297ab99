using System.Text.Json;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Fields;

/// <summary>What is known of the type of a field, from the values that it has had.</summary>
/// <threadsafety>Not thread-safe.</threadsafety>
sealed class FieldSchema
{
    const string Text = "string";
    const string Whole = "long";
    const string Fraction = "double";
    const string Truth = "boolean";
    const string List = "array";
    const string Struct = "struct";

    readonly SortedDictionary<string, FieldSchema> _members = new(StringComparer.Ordinal);
    FieldSchema? _element;
    string? _type;

    /// <summary>The fields of a struct, by name.</summary>
    public IReadOnlyList<LogFieldsListItem> Fields =>
        [
            .. _members.Select(member => new LogFieldsListItem
            {
                LogFieldName = member.Key,
                LogFieldType = member.Value.ToType(),
            }),
        ];

    /// <summary>Takes in a value. Values of different types make the field a string, whole numbers and fractions a double.</summary>
    public void Add(JsonElement value)
    {
        if (TypeOf(value) is not { } type)
        {
            return;
        }

        _type = _type is null || _type == type ? type : Joined(_type, type);
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                Member(member.Name).Add(member.Value);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            _element ??= new FieldSchema();
            foreach (var element in value.EnumerateArray())
            {
                _element.Add(element);
            }
        }
    }

    FieldSchema Member(string name)
    {
        if (!_members.TryGetValue(name, out var member))
        {
            _members.Add(name, member = new FieldSchema());
        }

        return member;
    }

    LogFieldType ToType() =>
        new()
        {
            Type = _type ?? Text,
            Element = _type == List ? _element?.ToType() : null,
            Fields = _type == Struct ? Fields : null,
        };

    static string Joined(string one, string other) =>
        one is Whole or Fraction && other is Whole or Fraction ? Fraction : Text;

    /// <returns><c>null</c> for a null, which may be of any type.</returns>
    static string? TypeOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => Struct,
            JsonValueKind.Array => List,
            JsonValueKind.True or JsonValueKind.False => Truth,
            JsonValueKind.Number => value.TryGetInt64(out _) ? Whole : Fraction,
            JsonValueKind.Null => null,
            _ => Text,
        };
}
