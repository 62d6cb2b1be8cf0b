namespace GanNotebooks.Data;

/// <summary>The attributes of the images of a set: for each image one number per attribute.</summary>
public sealed class ImageAttributes
{
    /// <summary>Wraps a table without copying it.</summary>
    /// <param name="columns">The attributes, at least one.</param>
    /// <param name="table">Image by image, one number per attribute: the position of its value.</param>
    /// <exception cref="ArgumentException">The table has no whole rows, or a number that names no value.</exception>
    public ImageAttributes(IReadOnlyList<AttributeColumn> columns, byte[] table)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(table);
        if (columns.Count == 0 || table.Length % columns.Count != 0)
            throw new ArgumentException($"{table.Length} values are no whole rows of {columns.Count} attributes.", nameof(table));
        for (var i = 0; i < table.Length; i++)
        {
            var column = columns[i % columns.Count];
            if (table[i] >= column.Values.Count)
                throw new ArgumentException($"Image {i / columns.Count} has {column.Name} {table[i]}; expected 0 to {column.Values.Count - 1}.", nameof(table));
        }
        (Columns, Table) = (columns, table);
    }

    /// <summary>The attributes.</summary>
    public IReadOnlyList<AttributeColumn> Columns { get; }

    /// <summary>Image by image, one number per attribute. The array itself, not a copy.</summary>
    public byte[] Table { get; }

    /// <summary>How many images.</summary>
    public int Count => Table.Length / Columns.Count;

    /// <summary>The number of one attribute for every image: labels for a conditional network.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <exception cref="ArgumentException">There is no such attribute.</exception>
    public byte[] Of(string name)
    {
        var column = IndexOf(name);
        return [.. Enumerable.Range(0, Count).Select(image => Table[(image * Columns.Count) + column])];
    }

    /// <summary>The value of one image's attribute, in words.</summary>
    /// <param name="image">From 0 to <see cref="Count"/> − 1.</param>
    /// <param name="name">The attribute's name.</param>
    /// <exception cref="ArgumentException">There is no such attribute.</exception>
    public string Of(int image, string name)
    {
        var column = IndexOf(name);
        return Columns[column].Values[Table[(image * Columns.Count) + column]];
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Name == name) return i;
        throw new ArgumentException($"There is no attribute \"{name}\"; there are {string.Join(", ", Columns.Select(column => column.Name))}.", nameof(name));
    }
}
