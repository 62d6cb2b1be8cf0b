
namespace GanNotebooks.Data.Tests;

public sealed class CsvTableTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("age,town\n31,Ulm\n4.5,\"Bad, Ems\"\n-1e2,Ulm\n")]
    [InlineData("age;town\r\n31;Ulm\r\n 4.5;Bad, Ems\r\n-1e2;Ulm\r\n")]
    [InlineData("age\ttown\n31\tUlm\n4.5\tBad, Ems\n-1e2\tUlm")]
    public void Numbers_stay_numbers_and_words_become_numbers(string text)
    {
        var table = Read(text);
        Assert.Equal(["age", "town"], table.Columns.Select(column => column.Name));
        Assert.Equal([31, 4.5, -100], table.Columns[0].Values);
        Assert.Null(table.Columns[0].Words);
        Assert.Equal(["Ulm", "Bad, Ems"], table.Columns[1].Words);
        Assert.Equal([31f, 0, 4.5f, 1, -100, 0], table.ToTensor().data<float>().ToArray());
    }

    [Theory]
    [InlineData("", "no rows")]
    [InlineData("a,b\n", "no rows")]
    [InlineData("a,b\n1,2\n3\n", "is no table")]
    [InlineData("a,a\n1,2\n", "is no table")]
    [InlineData("a\n1\n2\noops\n4\n", "row 3 below the headings, column \"a\": \"oops\"")]
    public void What_is_no_table_is_refused(string text, string says)
    {
        var message = Assert.Throws<InvalidDataException>(() => Read(text)).Message;
        Assert.StartsWith(scratch.File("table.csv"), message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
    }

    private CsvTable Read(string text)
    {
        File.WriteAllText(scratch.File("table.csv"), text);
        return CsvTable.Read(scratch.File("table.csv"));
    }
}
