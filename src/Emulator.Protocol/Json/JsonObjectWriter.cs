namespace Emulator.Protocol.Json;

/// <summary>Writes the members of a JSON object, in the order of the calls.</summary>
/// <threadsafety>Not thread-safe; one writer serves one object.</threadsafety>
public sealed class JsonObjectWriter
{
    readonly JsonShapeWriter _json;

    internal JsonObjectWriter(JsonShapeWriter json) => _json = json;

    public void Text(string name, string value)
    {
        _json.Key(name);
        _json.WriteString(value);
    }

    /// <summary>Writes nothing for an absent value.</summary>
    public void OptionalText(string name, string? value)
    {
        if (value is not null)
        {
            Text(name, value);
        }
    }

    /// <summary>Writes <c>null</c> for an absent value.</summary>
    public void TextOrNull(string name, string? value)
    {
        if (value is null)
        {
            Json(name, "null");
        }
        else
        {
            Text(name, value);
        }
    }

    public void Integer(string name, long value)
    {
        _json.Key(name);
        _json.WriteLong(value);
    }

    /// <summary>Writes nothing for an absent value.</summary>
    public void OptionalInteger(string name, long? value)
    {
        if (value is { } present)
        {
            Integer(name, present);
        }
    }

    public void Number(string name, double value)
    {
        _json.Key(name);
        _json.WriteDouble(value);
    }

    /// <summary>Writes nothing for an absent value.</summary>
    public void OptionalNumber(string name, double? value)
    {
        if (value is { } present)
        {
            Number(name, present);
        }
    }

    public void Boolean(string name, bool value)
    {
        _json.Key(name);
        _json.WriteBoolean(value);
    }

    /// <summary>Writes a value that is JSON already.</summary>
    public void Json(string name, string value)
    {
        _json.Key(name);
        _json.WriteJson(value);
    }

    public void Object(string name, Action<JsonObjectWriter> write)
    {
        _json.Key(name);
        WriteObject(write);
    }

    public void Objects<T>(string name, IEnumerable<T> items, Action<JsonObjectWriter, T> write)
    {
        _json.Key(name);
        _json.BeginList();
        foreach (var item in items)
        {
            WriteObject(json => write(json, item));
        }

        _json.EndList();
    }

    public void Texts(string name, IEnumerable<string> items)
    {
        _json.Key(name);
        _json.BeginList();
        foreach (var item in items)
        {
            _json.WriteString(item);
        }

        _json.EndList();
    }

    public void Numbers(string name, IEnumerable<double> items)
    {
        _json.Key(name);
        _json.BeginList();
        foreach (var item in items)
        {
            _json.WriteDouble(item);
        }

        _json.EndList();
    }

    void WriteObject(Action<JsonObjectWriter> write)
    {
        _json.BeginMap();
        write(new JsonObjectWriter(_json));
        _json.EndMap();
    }
}
