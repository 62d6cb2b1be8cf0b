using System.Globalization;

namespace GanNotebooks.Play;

/// <summary>The values of some settings, read from an address: <c>data=grid&amp;loss=hinge</c>. Settings that the address leaves out have their default.</summary>
internal sealed class SettingValues
{
    private readonly IReadOnlyList<Setting> settings;
    private readonly Dictionary<string, string> values;

    private SettingValues(IReadOnlyList<Setting> settings, Dictionary<string, string> values) => (this.settings, this.values) = (settings, values);

    /// <summary>Every setting's value, by name.</summary>
    public IReadOnlyDictionary<string, string> All => values;

    /// <summary>The address: the settings that differ from their defaults, always in the same order.</summary>
    public string Address => string.Join('&', settings.Where(setting => values[setting.Name] != setting.Usual).Select(setting => $"{setting.Name}={Uri.EscapeDataString(values[setting.Name])}"));

    /// <summary>Reads an address.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="address">Names and values, without <c>#</c> or <c>?</c>.</param>
    /// <exception cref="PlayException">A name is unknown or comes twice, or a value is not one of its setting's.</exception>
    public static SettingValues Parse(IReadOnlyList<Setting> settings, string address)
    {
        var given = new Dictionary<string, string>();
        foreach (var part in address.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = part.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (part[..at], part[(at + 1)..]) : (part, "");
            var setting = settings.FirstOrDefault(setting => setting.Name == name)
                ?? throw new PlayException($"There is no setting \"{(name.Length > 40 ? $"{name[..40]}…" : name)}\"; there are {string.Join(", ", settings.Select(setting => setting.Name))}.");
            if (!given.TryAdd(name, setting.Checked(Uri.UnescapeDataString(value)))) throw new PlayException($"{name} is set twice: expected once.");
        }
        return new(settings, settings.ToDictionary(setting => setting.Name, setting => given.GetValueOrDefault(setting.Name, setting.Usual)));
    }

    /// <summary>A value as text.</summary>
    public string Text(string name) => values[name];

    /// <summary>A value as a number.</summary>
    public double Number(string name) => double.Parse(values[name], CultureInfo.InvariantCulture);

    /// <summary>A value as a whole number.</summary>
    public int Whole(string name) => (int)Number(name);

    /// <summary>What has to be restarted to change to other values.</summary>
    public Effect ChangeTo(SettingValues other) => settings.Where(setting => values[setting.Name] != other.values[setting.Name]).Select(setting => setting.Effect).Append(Effect.None).Max();
}
