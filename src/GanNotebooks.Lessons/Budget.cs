namespace GanNotebooks.Lessons;

/// <summary>How much time a lesson may take, and so how long it trains.</summary>
public sealed record Budget
{
    private Budget(string name, int index) => (Name, Index) = (name, index);

    /// <summary>Seconds per lesson: everything runs, nothing is learned well.</summary>
    public static Budget Smoke { get; } = new("smoke", 0);

    /// <summary>At most three minutes per lesson on two CPU cores.</summary>
    public static Budget Quick { get; } = new("quick", 1);

    /// <summary>For a night, or a GPU.</summary>
    public static Budget Full { get; } = new("full", 2);

    /// <summary>All budgets, the smallest first.</summary>
    public static IReadOnlyList<Budget> All { get; } = [Smoke, Quick, Full];

    /// <summary>The name that <c>--budget</c> takes.</summary>
    public string Name { get; }

    private int Index { get; }

    /// <summary>Finds a budget by its name.</summary>
    /// <exception cref="ArgumentException">No budget has this name.</exception>
    public static Budget Parse(string name) => All.FirstOrDefault(budget => budget.Name == name)
        ?? throw new ArgumentException($"Unknown budget \"{name}\": expected {string.Join(", ", All.Select(budget => budget.Name))}.", nameof(name));

    /// <summary>Chooses a number by the budget, such as of steps or images.</summary>
    /// <param name="smoke">For <see cref="Smoke"/>.</param>
    /// <param name="quick">For <see cref="Quick"/>.</param>
    /// <param name="full">For <see cref="Full"/>.</param>
    public int Pick(int smoke, int quick, int full) => new[] { smoke, quick, full }[Index];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
