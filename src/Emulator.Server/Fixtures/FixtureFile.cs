using System.Security.Cryptography;
using Emulator.Services;
using Emulator.Services.Fixtures;
using Emulator.Services.Fixtures.Loading;
using Emulator.Services.Fixtures.Worlds;
using Emulator.Storage;

namespace Emulator.Server.Fixtures;

/// <summary>What a user names as a fixture: a world of the library or in a file, or an exported state.</summary>
sealed class FixtureFile
{
    /// <summary>How every SQLite database begins, and with it every export.</summary>
    static readonly byte[] ExportMagic = "SQLite format 3\0"u8.ToArray();

    /// <summary>Where the store remembers the export that it began with.</summary>
    const string ExportKey = "fixture-export";

    readonly string _name;
    readonly string? _profile;
    readonly byte[] _content;

    FixtureFile(string name, string? profile, byte[] content)
    {
        _name = name;
        _profile = profile;
        _content = content;
    }

    public bool IsExport => _content.AsSpan().StartsWith(ExportMagic);

    /// <summary>Finds what a user means.</summary>
    /// <param name="text">A name of the library or a path; with <c>:profile</c> behind it or not.</param>
    /// <exception cref="FixtureException">There is no such thing.</exception>
    public static FixtureFile Find(string text) =>
        TryFind(text, profile: null)
        ?? (text.LastIndexOf(':') is > 0 and var colon ? TryFind(text[..colon], text[(colon + 1)..]) : null)
        ?? throw new FixtureException(
            $"there is no fixture and no file '{text}'. Fixtures are: {string.Join(", ", FixtureLibrary.Names)}."
        );

    /// <summary>The account that callers are in who name none: that of the first world.</summary>
    /// <exception cref="OptionException">A fixture is wrong.</exception>
    public static string AccountOf(IEnumerable<string> fixtures)
    {
        foreach (var name in fixtures)
        {
            try
            {
                if (Find(name) is { IsExport: false } file)
                {
                    return World.AccountOf(file.Text);
                }
            }
            catch (FixtureException error)
            {
                throw new OptionException($"The fixture {name} cannot be loaded: {error.Message}");
            }
        }

        return ServerOptions.DefaultAccount;
    }

    string Text => System.Text.Encoding.UTF8.GetString(_content);

    /// <summary>Loads a world.</summary>
    /// <exception cref="FixtureException">It is wrong, or an exported state.</exception>
    public Task<FixtureSummary> LoadAsync(EmulatorEngine engine, FixtureOptions options, CancellationToken cancel) =>
        IsExport
            ? throw new FixtureException("this is an exported state: --fixture and POST /_emulator/import take it.")
            : engine.Fixtures.LoadAsync(_name, Text, options with { Profile = options.Profile ?? _profile }, cancel);

    /// <summary>Takes in an exported state, unless the store has begun with it before.</summary>
    /// <exception cref="FixtureException">The store holds something else, or the file is damaged.</exception>
    public async Task ImportAsync(EngineSlot slot, CancellationToken cancel)
    {
        var hash = SHA256.HashData(_content);
        if (slot.Current.Store.LoadMeta(ExportKey) is { } known && known.AsSpan().SequenceEqual(hash))
        {
            return;
        }

        if (new StateControl(slot.Current).Inventory.Scopes.Any(scope => scope.Resources.Count > 0))
        {
            throw new FixtureException(
                "an exported state takes the place of everything, and there is something already."
            );
        }

        try
        {
            await slot.ReplaceAsync(
                engine => new StateControl(engine).ImportAsync(new MemoryStream(_content), cancel),
                cancel
            );
        }
        catch (DataDirectoryException error)
        {
            throw new FixtureException(error.Message);
        }

        await slot.Current.Store.Write(write => write.PutMeta(ExportKey, hash));
    }

    static FixtureFile? TryFind(string text, string? profile)
    {
        if (FixtureLibrary.Find(text) is { } world)
        {
            return new FixtureFile(text, profile, System.Text.Encoding.UTF8.GetBytes(world));
        }

        return File.Exists(text)
            ? new FixtureFile(Path.GetFileNameWithoutExtension(text), profile, File.ReadAllBytes(text))
            : null;
    }
}
