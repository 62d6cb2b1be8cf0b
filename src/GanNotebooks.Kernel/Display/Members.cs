using System.Reflection;
using System.Runtime.CompilerServices;

namespace GanNotebooks.Kernel.Display;

/// <summary>The public properties and fields of objects.</summary>
internal static class Members
{
    /// <summary>How many members of an object are shown.</summary>
    public const int Shown = 20;

    /// <summary>The members' names and values; for a member that throws, its error.</summary>
    public static IEnumerable<(string Name, object? Value)> Of(object value)
    {
        var type = value.GetType();
        var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0 && property.PropertyType is { IsByRefLike: false, IsPointer: false })
            .Select(property => (property.Name, Read(() => property.GetValue(value))));
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public)   // tuples and scripts' own structures
            .Select(field => (field.Name, Read(() => field.GetValue(value))));
        return properties.Concat(fields).Take(Shown);
    }

    /// <summary>Whether the type is best shown by its members: it has no ToString except the compiler's.</summary>
    public static bool AreAllOf(Type type)
    {
        var text = type.GetMethod(nameof(ToString), Type.EmptyTypes);
        return text?.DeclaringType is { } owner && (owner == typeof(object) || owner == typeof(ValueType) || IsPlainData(type));
    }

    /// <summary>Whether the type is a record or anonymous, so that reading its members is safe.</summary>
    public static bool IsPlainData(Type type) =>
        TypeName.IsAnonymous(type)
        || type.GetMethod(nameof(ToString), Type.EmptyTypes)?.IsDefined(typeof(CompilerGeneratedAttribute)) == true;

    private static object? Read(Func<object?> member)
    {
        try
        {
            return member();
        }
        catch (Exception e)   // a getter may throw anything
        {
            return Failure.Text(e);
        }
    }
}
