namespace GanNotebooks.Charts.Tests;

public class ColorScaleTests
{
    [Fact]
    public void Ends_and_stops_are_exact()
    {
        Assert.Equal("#440154", ColorScale.Viridis.At(0));
        Assert.Equal("#fde725", ColorScale.Viridis.At(1));
        Assert.Equal("#f7f7f7", ColorScale.BlueWhiteRed.At(0.5));
    }

    [Fact]
    public void Between_stops_the_colour_is_between_and_outside_it_is_the_end()
    {
        Assert.Equal("#808080", ColorScale.Grays.At(0.5));
        Assert.Equal("#ffffff", ColorScale.Grays.At(-3));
        Assert.Equal("#000000", ColorScale.Grays.At(3));
    }
}
