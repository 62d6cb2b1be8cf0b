using System.Globalization;

namespace GanNotebooks.Play.Tests;

public class SettingTests
{
    [Fact]
    public void An_address_comes_back_as_it_was()
    {
        var random = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            var given = PlaneSettings.All.Where(_ => random.Next(2) == 0).ToDictionary(setting => setting.Name, setting => Value(setting, random));
            var values = SettingValues.Parse(PlaneSettings.All, string.Join('&', given.OrderBy(_ => random.Next()).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}")));
            foreach (var setting in PlaneSettings.All) Assert.Equal(given.GetValueOrDefault(setting.Name, setting.Usual), values.Text(setting.Name));
            var again = SettingValues.Parse(PlaneSettings.All, values.Address);
            Assert.Equal(values.All, again.All);
            Assert.Equal(values.Address, again.Address);
            Assert.Equal(Effect.None, values.ChangeTo(again));
        }
    }

    [Fact]
    public void The_usual_values_are_values_and_have_an_empty_address()
    {
        foreach (var setting in PlaneSettings.All) Assert.Equal(setting.Usual, setting.Checked(setting.Usual));
        Assert.Equal("", SettingValues.Parse(PlaneSettings.All, "").Address);
        Assert.Equal("", SettingValues.Parse(PlaneSettings.All, "data=ring&seed=1").Address);
    }

    [Theory]
    [InlineData("glr=5", "glr \"5\": expected a number from 1E-05 to 0.1.")]
    [InlineData("glr=NaN", "glr \"NaN\": expected a number")]
    [InlineData("critic=1.5", "critic \"1.5\": expected a whole number from 1 to 10.")]
    [InlineData("loss=best", "loss \"best\": expected one of nonsaturating, minimax")]
    [InlineData("colour=red", "There is no setting \"colour\"; there are data, points")]
    [InlineData("seed=1&seed=2", "seed is set twice")]
    public void What_is_wrong_is_named(string address, string message) =>
        Assert.StartsWith(message, Assert.Throws<PlayException>(() => SettingValues.Parse(PlaneSettings.All, address)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("data=moons", Effect.Trainer)]
    [InlineData("pace=5", Effect.None)]
    [InlineData("pace=5&glr=0.01&gwidth=8", Effect.Networks)]
    public void Only_what_must_begins_anew(string address, object effect) =>
        Assert.Equal((Effect)effect, SettingValues.Parse(PlaneSettings.All, "").ChangeTo(SettingValues.Parse(PlaneSettings.All, address)));

    private static string Value(Setting setting, Random random)
    {
        if (setting.Choices is { } choices) return choices[random.Next(choices.Count)].Name;
        if (setting.Min is not { } least || setting.Max is not { } most) return "AAECA_-8";
        var value = least + random.NextDouble() * (most - least);
        return (setting.Whole ? Math.Round(value) : value).ToString(CultureInfo.InvariantCulture);
    }
}
