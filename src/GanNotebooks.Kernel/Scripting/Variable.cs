using System.Reflection;
using System.Text.RegularExpressions;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>A variable that a cell declared.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Field">The field that holds its value.</param>
/// <param name="Owner">The submission that holds it.</param>
internal sealed partial record Variable(string Name, FieldInfo Field, object Owner)
{
    /// <summary>Its value now.</summary>
    public object? Value => Field.GetValue(Owner);

    /// <summary>The variables of a session by name; for a name declared twice, the latest.</summary>
    /// <param name="instances">The submissions' instances, oldest first.</param>
    public static IEnumerable<Variable> Of(IEnumerable<object> instances) => instances
        .Reverse()
        .SelectMany(owner => FieldsOf(owner.GetType()).Select(field => new Variable(NameOf(field)!, field, owner)))
        .DistinctBy(variable => variable.Name)
        .OrderBy(variable => variable.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The fields of a submission that hold variables and automatic properties of its code.</summary>
    public static IEnumerable<FieldInfo> FieldsOf(Type submission) => submission
        .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(field => NameOf(field) is not null);

    private static string? NameOf(FieldInfo field) => field.Name.StartsWith('<')
        ? PropertyField().Match(field.Name) is { Success: true } property ? property.Groups[1].Value : null
        : field.Name;

    [GeneratedRegex("^<([^>]+)>k__BackingField$")]
    private static partial Regex PropertyField();
}
