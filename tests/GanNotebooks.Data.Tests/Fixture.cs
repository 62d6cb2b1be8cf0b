namespace GanNotebooks.Data.Tests;

/// <summary>The small pictures that lie beside the tests.</summary>
internal static class Fixture
{
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", name));
}
