using System.Reflection;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Prevents a cell that is run many times from keeping the values of all its runs in memory.</summary>
/// <remarks>
/// Every run is a new submission, and functions of other cells may still read the variables of an earlier one.
/// So the old variables are cleared before a run, and get the new values after it.
/// </remarks>
internal sealed class Reruns
{
    private readonly Dictionary<string, List<object>> runs = [];

    /// <summary>Clears the variables of earlier runs whose names the next run declares.</summary>
    /// <param name="cellId">The cell.</param>
    /// <param name="next">The class of its next run.</param>
    public void LetGo(string cellId, Type next)
    {
        foreach (var (field, owner, _) in Superseded(cellId, next).Where(variable => !variable.Field.FieldType.IsPrimitive))
        {
            field.SetValue(owner, null);   // of a structure: its default
        }
    }

    /// <summary>Copies the values of a run to the variables that it replaces.</summary>
    /// <param name="cellId">The cell.</param>
    /// <param name="run">The instance that the run made.</param>
    public void Add(string cellId, object run)
    {
        foreach (var (field, owner, successor) in Superseded(cellId, run.GetType()))
        {
            if (field.FieldType == successor.FieldType)
            {
                field.SetValue(owner, successor.GetValue(run));
            }
        }
        if (!runs.TryGetValue(cellId, out var all))
        {
            runs.Add(cellId, all = []);
        }
        all.Add(run);
    }

    private IEnumerable<(FieldInfo Field, object Owner, FieldInfo Successor)> Superseded(string cellId, Type next)
    {
        if (!runs.TryGetValue(cellId, out var earlier))
        {
            return [];
        }
        var successors = Variable.FieldsOf(next).ToDictionary(field => field.Name);
        return earlier.SelectMany(owner => Variable.FieldsOf(owner.GetType())
            .Where(field => successors.ContainsKey(field.Name))
            .Select(field => (field, owner, successors[field.Name])));
    }
}
