using Microsoft.FSharp.Collections;
using Plotly.NET;

namespace GanNotebooks.Charts;

/// <summary>Builds charts from copies of Plotly.NET's objects: Plotly.NET's own styling changes the objects that it is given.</summary>
internal static class Parts
{
    /// <summary>Sets members of a part; null values are left out.</summary>
    public static T With<T>(this T part, params ReadOnlySpan<(string Name, object? Value)> members)
        where T : DynamicObj.DynamicObj
    {
        foreach (var (name, value) in members)
        {
            if (value is not null) part.SetProperty(name, value);
        }
        return part;
    }

    /// <summary>The member of a name, created if there is none.</summary>
    public static T Part<T>(this DynamicObj.DynamicObj whole, string name)
        where T : DynamicObj.DynamicObj, new()
    {
        if (whole.Properties.GetValueOrDefault(name) is T part) return part;
        whole.SetProperty(name, part = new T());
        return part;
    }

    /// <summary>A copy of a part and of its parts; data are shared.</summary>
    public static T Copy<T>(T part)
        where T : DynamicObj.DynamicObj
    {
        var copy = (T)(part is Plotly.NET.Trace trace ? new Trace2D(trace.type) : Activator.CreateInstance(part.GetType())!);
        foreach (var (name, value) in part.Properties) copy.SetProperty(name, CopyOf(value));
        return copy;
    }

    /// <summary>A chart of traces, without Plotly.NET's usual template, which is larger than most data.</summary>
    public static GenericChart Chart(IEnumerable<Plotly.NET.Trace> traces, Layout layout) =>
        GenericChart.NewMultiChart(ListModule.OfSeq(traces), layout, Defaults.DefaultConfig, Defaults.DefaultDisplayOptions);

    /// <summary>The same chart, its layout changed by a function; the chart itself stays as it is.</summary>
    public static GenericChart Changed(this GenericChart chart, Action<Layout> change, IEnumerable<Plotly.NET.Trace>? more = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var layout = Copy(GenericChart.getLayout(chart));
        change(layout);
        return GenericChart.NewMultiChart(ListModule.OfSeq(GenericChart.getTraces(chart).Concat(more ?? [])), layout, GenericChart.getConfig(chart), GenericChart.getDisplayOptions(chart));
    }

    /// <summary>Text that plotly would otherwise read as markup.</summary>
    public static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static object? CopyOf(object? value) => value switch
    {
        DynamicObj.DynamicObj part => Copy(part),
        IEnumerable<DynamicObj.DynamicObj> parts when parts.ToArray() is [var first, ..] all => Typed(all, first.GetType()),
        _ => value,
    };

    // Plotly.NET looks for lists of exactly this type.
    private static Array Typed(DynamicObj.DynamicObj[] parts, Type type)
    {
        var copies = Array.CreateInstance(type, parts.Length);
        for (var i = 0; i < parts.Length; i++) copies.SetValue(Copy(parts[i]), i);
        return copies;
    }
}
