
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

    [Theory]
    [InlineData("x;y\n1,5;Ulm\n-2;Bonn\n1.5e3,0;x\n", null)]
    [InlineData("x;y\n1,5;Ulm\n-2;Bonn\n3,25;Kiel\n", new[] { 1.5, -2, 3.25 })]
    [InlineData("x,y\n\"1,5\",Ulm\n\"2,345\",Bonn\n", new[] { 1.5, 2.345 })]
    [InlineData("x;y\n0,500;a\n1,500;b\n", new[] { 0.5, 1.5 })]
    public void Decimal_commas_are_read_where_they_can_be_nothing_else(string text, double[]? expected)
    {
        if (expected is null) Assert.Throws<InvalidDataException>(() => Read(text));
        else Assert.Equal(expected, Read(text).Columns[0].Values);
    }

    [Theory]
    [InlineData("x;y\n1,500;a\n2,250;b\n", "may be read in two ways")]
    [InlineData("x;y\n1.234,5;a\n2.345,6;b\n", "may be read in two ways")]
    [InlineData("x\n12%\n14 %\n", "may be read in two ways")]
    [InlineData("x;y\n1 234;a\n2 345;b\n", "may be read in two ways")]
    [InlineData("x;y\n1,5;1.5\n2,5;2\n", "column \"x\" has decimal commas, and column \"y\" decimal points")]
    [InlineData("1,2\n3,4\n", "first line holds numbers")]
    [InlineData("PK\u0003\u0004\0\0\n1\n", "a zip archive")]
    public void Numbers_that_may_be_read_in_two_ways_are_refused(string text, string says) =>
        Assert.Contains(says, Assert.Throws<InvalidDataException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\uFEFFa,b\n1,2\n")]
    [InlineData("\r\n\r\n a , b \r\n 1 , 2 \r\n\r\n")]
    [InlineData("\"a\",\"b\"\n\"1\",\"2\"")]
    public void What_other_programs_put_around_a_table_is_passed_over(string text)
    {
        var table = Read(text);
        Assert.Equal(["a", "b"], table.Columns.Select(column => column.Name));
        Assert.Equal([1f, 2], table.ToTensor().data<float>().ToArray());
    }

    [Fact]
    public void Versions_and_dates_are_words() => Assert.Equal(["1.2.3", "2024-01-05"], Read("v\n1.2.3\n2024-01-05\n").Columns[0].Words);

    [Fact]
    public void Packed_and_other_unicode_tables_are_read()
    {
        using (var file = File.Create(scratch.File("packed.csv")))
        using (var gzip = new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionLevel.Fastest)) gzip.Write("a,b\n1,2\n"u8);
        Assert.Equal([1f, 2], CsvTable.Read(scratch.File("packed.csv")).ToTensor().data<float>().ToArray());
        File.WriteAllText(scratch.File("wide.csv"), "é,b\n1,2\n", System.Text.Encoding.Unicode);
        Assert.Equal("é", CsvTable.Read(scratch.File("wide.csv")).Columns[0].Name);
    }

    private CsvTable Read(string text)
    {
        File.WriteAllText(scratch.File("table.csv"), text);
        return CsvTable.Read(scratch.File("table.csv"));
    }
}
