using GanNotebooks.Applications;
using GanNotebooks.Trainers;
using GanNotebooks.Visualizers;

namespace GanNotebooks.Lessons.Tests;

public class SourceListingTests
{
    [Fact]
    public void Listings_are_the_files_that_run()
    {
        var listing = SourceListing.Of("Trainers/AdversarialTrainer.Step.cs");
        Assert.Contains("private TrainingStep Step()", listing.Code, StringComparison.Ordinal);
        Assert.DoesNotContain("namespace", listing.Code, StringComparison.Ordinal);
        var loss = SourceListing.Of<HingeLoss>();
        Assert.Equal("Trainers/AdversarialLosses.cs", loss.File);
        Assert.StartsWith("/// <summary>The discriminator learns only", loss.Code, StringComparison.Ordinal);
        Assert.EndsWith("public torch.Tensor OfGenerator(torch.Tensor fake) => -fake.mean();\n}", loss.Code, StringComparison.Ordinal);
        Assert.DoesNotContain("WassersteinLoss", loss.Code, StringComparison.Ordinal);
        var reader = SourceListing.Of<CaptionDiscriminator>();
        Assert.Equal(SourceListing.Of("Captions/CaptionDiscriminator.cs").ToString(), reader.ToString());
        Assert.Contains("Miyato and Koyama 2018", reader.Code, StringComparison.Ordinal);
        Assert.Contains("models, trainers", Assert.Throws<FileNotFoundException>(SourceListing.Of<ImageGrid>).Message, StringComparison.Ordinal);
        Assert.Contains("Models/MlpGenerator.cs", Assert.Throws<FileNotFoundException>(() => SourceListing.Of("Nothing.cs")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_listing_can_be_of_some_methods_only()
    {
        var steps = SourceListing.Of("Trainers/AdversarialTrainer.Step.cs", "GeneratorStep", "AsSeen").Code;
        Assert.StartsWith("/// <summary>The generator learns", steps, StringComparison.Ordinal);
        Assert.Contains("\n    generatorOptimizer.step();\n    return measured;\n}\n\n/// <summary>Samples as", steps, StringComparison.Ordinal);
        Assert.EndsWith("\n}", steps, StringComparison.Ordinal);
        var oneLine = SourceListing.Of("Models/Dcgan/WganCritic.cs", "forward").Code;
        Assert.EndsWith("public override Tensor forward(Tensor input) => score.call(features.call(Here(input))).flatten();", oneLine, StringComparison.Ordinal);
        Assert.Contains("public WganCritic(long size", SourceListing.Of("Models/Dcgan/WganCritic.cs", "WganCritic").Code, StringComparison.Ordinal);
        Assert.Contains("no method Nothing", Assert.Throws<ArgumentException>(() => SourceListing.Of("Models/Dcgan/WganCritic.cs", "Nothing")).Message, StringComparison.Ordinal);
    }
}
