using System.Globalization;

namespace GanNotebooks.Charts;

/// <summary>The colour scales that plotly knows by name.</summary>
internal static class NamedColorScales
{
    // A name; the colours' positions, unless they are evenly spaced; the colours.
    private static readonly string[][] Table =
    [
        ["Greys", "", "000000,ffffff"],
        ["YlGnBu", "", "081d58,253494,225ea8,1d91c0,41b6c4,7fcdbb,c7e9b4,edf8d9,ffffd9"],
        ["Greens", "", "00441b,006d2c,238b45,41ab5d,74c476,a1d99b,c7e9c0,e5f5e0,f7fcf5"],
        ["YlOrRd", "", "800026,bd0026,e31a1c,fc4e2a,fd8d3c,feb24c,fed976,ffeda0,ffffcc"],
        ["Bluered", "", "0000ff,ff0000"],
        ["RdBu", "0,0.35,0.5,0.6,0.7,1", "050aac,6a89f7,bebebe,dcaa84,e6915a,b20a1c"],
        ["Reds", "0,0.2,0.4,1", "dcdcdc,f5c39d,f5a069,b20a1c"],
        ["Blues", "0,0.35,0.5,0.6,0.7,1", "050aac,283cbe,4664f5,5a78f5,6a89f7,dcdcdc"],
        ["Picnic", "", "0000ff,3399ff,66ccff,99ccff,ccccff,ffffff,ffccff,ff99ff,ff66cc,ff6666,ff0000"],
        ["Rainbow", "", "96005a,0000c8,0019ff,0098ff,2cff96,97ff00,ffea00,ff6f00,ff0000"],
        ["Portland", "", "0c3383,0a88ba,f2d338,f28f38,d91e1e"],
        ["Jet", "0,0.125,0.375,0.625,0.875,1", "000083,003caa,05ffff,ffff00,fa0000,800000"],
        ["Hot", "0,0.3,0.6,1", "000000,e60000,ffd200,ffffff"],
        ["Blackbody", "0,0.2,0.4,0.7,1", "000000,e60000,e6d200,ffffff,a0c8ff"],
        ["Earth", "0,0.1,0.2,0.4,0.6,1", "000082,00b4b4,28d228,e6e632,784614,ffffff"],
        ["Electric", "0,0.15,0.4,0.6,0.8,1", "000000,1e0064,780064,a05a00,e6c800,fffadc"],
        ["Cividis", "", "00204c,002a66,00346e,273f6c,3c4a6b,4c556b,5b5f6d,686a70,757575,838178,928c78,a19876,b0a572,c0b16d,d1bf66,e1cc5c,f3db4f,ffe945"],
    ];

    /// <summary>The scale of a name; Viridis for an unknown name.</summary>
    public static ColorScale Of(string name)
    {
        if (Array.Find(Table, row => string.Equals(row[0], name, StringComparison.OrdinalIgnoreCase)) is not [_, var places, var colors]) return ColorScale.Viridis;
        string[] stops = [.. colors.Split(',').Select(color => "#" + color)];
        return places.Length > 0
            ? new([.. places.Split(',').Select(place => double.Parse(place, CultureInfo.InvariantCulture))], stops)
            : new([.. stops.Select((_, i) => i / (stops.Length - 1.0))], stops);
    }
}
