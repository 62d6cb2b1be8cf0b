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
        Assert.Equal("#e4eef4", ColorScale.BlueWhiteRed.At(3.5 / 8));
        Assert.Equal("#2166ac", ColorScale.BlueWhiteRed.At(-3));
        Assert.Equal("#b2182b", ColorScale.BlueWhiteRed.At(3));
    }
}
