namespace GanNotebooks.Kernel.Display;

/// <summary>Names of types as C# writes them.</summary>
internal static class TypeName
{
    /// <summary>The type's name, for example List&lt;Single&gt;, without namespaces and submission classes.</summary>
    public static string Of(Type type)
    {
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }
        if (IsAnonymous(type))
        {
            return "anonymous";
        }
        var name = type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0
            ? name
            : $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }

    /// <summary>Whether it is the type of new { … }.</summary>
    public static bool IsAnonymous(Type type) => !type.IsArray && type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal);
}
