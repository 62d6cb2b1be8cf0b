using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GanNotebooks.Charts.Tests;

public class SvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Names => [.. Gallery.Charts.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Every_kind_of_figure_is_well_formed_and_holds_no_script(string name)
    {
        var text = Gallery.Charts[name].ToSvg();
        var root = XDocument.Parse(text).Root!;

        Assert.Equal(Svg + "svg", root.Name);
        Assert.Equal("img", (string?)root.Attribute("role"));
        Assert.NotEmpty(root.Element(Svg + "title")!.Value);
        Assert.NotEmpty(root.Element(Svg + "desc")!.Value);
        Assert.Empty(root.Descendants(Svg + "script"));
        Assert.DoesNotContain("NaN", string.Concat(root.Descendants().SelectMany(element => element.Attributes()).Select(attribute => attribute.Value)), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\.\d{3}", string.Concat(root.Descendants(Svg + "path").Select(path => (string?)path.Attribute("d"))));
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_reference_leads_to_an_identifier(string name)
    {
        var root = XDocument.Parse(Gallery.Charts[name].ToSvg()).Root!;
        var ids = Ids(root).ToArray();
        var references = root.DescendantsAndSelf().SelectMany(element => element.Attributes())
            .SelectMany(attribute => Regex.Matches(attribute.Value, @"url\(#([^)]+)\)").Select(match => match.Groups[1].Value)
                .Concat(attribute.Name == "aria-labelledby" ? attribute.Value.Split(' ') : []));

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(references, reference => Assert.Contains(reference, ids));
    }

    [Fact]
    public void Different_figures_share_no_identifier()
    {
        var ids = Gallery.Charts.Values.SelectMany(figure => Ids(XDocument.Parse(figure.ToSvg()).Root!)).ToArray();

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(Gallery.Loss.ToSvg(), Gallery.Loss.ToSvg());
    }

    [Fact]
    public void Text_is_escaped()
    {
        var svg = Figure.Lines("a < b & \"c\"\u0001\ud800", [new("<script>", [1, 2]), new("]]>", [2, 3])], "<x>", "&y").ToSvg();
        var texts = XDocument.Parse(svg).Descendants(Svg + "text").Select(text => text.Value).ToArray();

        Assert.Contains("a < b & \"c\" \ufffd", texts);
        Assert.Contains("<script>", texts);
        Assert.Contains("]]>", texts);
        Assert.Contains("<x>", texts);
        Assert.Contains("&y", texts);
    }

    [Fact]
    public void Not_a_number_breaks_the_line_and_a_lonely_point_is_a_dot()
    {
        var root = XDocument.Parse(Figure.Lines("", [new("loss", [1, 2, double.NaN, 3, 2, double.PositiveInfinity, 5, double.NaN])]).ToSvg()).Root!;
        var clipped = root.Elements(Svg + "g").Single(group => group.Attribute("clip-path") is not null);

        Assert.Equal(2, Data(clipped.Element(Svg + "path")!).Count(character => character == 'M'));
        Assert.Single(Regex.Matches(Data(clipped.Element(Svg + "g")!.Element(Svg + "path")!), "h0"));
    }

    [Fact]
    public void Numbers_do_not_follow_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var invariant = (Gallery.Everything.ToSvg(), Gallery.Everything.Json(), Gallery.Everything.Summary());
            var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (odd.NumberFormat.NumberDecimalSeparator, odd.NumberFormat.NegativeSign) = (",", "minus");
            CultureInfo.CurrentCulture = odd;

            Assert.Equal(invariant, (Gallery.Everything.ToSvg(), Gallery.Everything.Json(), Gallery.Everything.Summary()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Long_lines_stay_small()
    {
        var random = new Random(1);
        var values = Enumerable.Range(0, 200_000).Select(_ => random.NextDouble()).ToArray();

        Assert.InRange(Figure.Lines("", [new("loss", values)]).ToSvg().Length, 5_000, 30_000);
    }

    [Fact]
    public void No_data_is_said()
    {
        Assert.Contains(">no data<", Gallery.Charts["empty"].ToSvg(), StringComparison.Ordinal);
        Assert.DoesNotContain(">no data<", Gallery.Loss.ToSvg(), StringComparison.Ordinal);
    }

    private static string Data(XElement path) => (string)path.Attribute("d")!;

    private static IEnumerable<string> Ids(XElement root) =>
        root.DescendantsAndSelf().Select(element => (string?)element.Attribute("id")).OfType<string>();
}
