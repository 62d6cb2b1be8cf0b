using System.Dynamic;
using System.Text.Json;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace GanNotebooks.Interactive;

/// <summary>Plotly's JSON as Plotly.NET's objects. Axes, legends, lines and the like get their own types, so that styling adds to what is there and does not replace it.</summary>
internal static class PlotlyObjects
{
    /// <summary>One member of <c>data</c>.</summary>
    public static Trace Trace(JsonElement json) => Fill(new Trace(json.GetProperty("type").GetString()!), json);

    /// <summary>The member <c>layout</c>.</summary>
    public static Layout Layout(JsonElement json) => Fill(new Layout(), json);

    private static T Fill<T>(T target, JsonElement json) where T : DynamicObj.DynamicObj
    {
        foreach (var member in json.EnumerateObject().Where(member => target is not Plotly.NET.Trace || member.Name != "type"))
            target.TrySetMember(new Named(member.Name), Value(member.Name, member.Value));
        return target;
    }

    private static object? Value(string name, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Fill(Empty(name), json),
        JsonValueKind.Array => json.EnumerateArray().Select(item => Value(Singular(name), item)).ToArray(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? whole : json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    // plotly numbers the second and further axes and legends: xaxis2, legend3.
    private static DynamicObj.DynamicObj Empty(string name) => name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') switch
    {
        "xaxis" or "yaxis" => new LinearAxis(),
        "legend" => new Legend(),
        "colorbar" => new ColorBar(),
        "title" => new Title(),
        "font" or "tickfont" => new Font(),
        "line" => new Line(),
        "marker" => new Marker(),
        "margin" => new Margin(),
        "annotation" => new Annotation(),
        "shape" => new Shape(),
        _ => new DynamicObj.DynamicObj(),
    };

    /// <summary>How .NET itself names a member of a dynamic object: Plotly.NET's own method for that changed its name between versions 5 and 6.</summary>
    private sealed class Named(string name) : SetMemberBinder(name, ignoreCase: false)
    {
        public override DynamicMetaObject FallbackSetMember(DynamicMetaObject target, DynamicMetaObject value, DynamicMetaObject? errorSuggestion) =>
            errorSuggestion ?? throw new InvalidOperationException($"Plotly.NET's {target.LimitType.Name} takes no member {Name}.");
    }

    private static string Singular(string name) => name is "annotations" or "shapes" ? name[..^1] : name;
}
