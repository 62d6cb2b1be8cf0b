using GanNotebooks.Checkpoints;
using GanNotebooks.Data;
using GanNotebooks.Data.Tests;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Applications.Tests;

public class GanModelTests
{
    public static TheoryData<string> Names => [.. GanModel.All.Select(model => model.Name)];

    private static GanRecipe Tiny(string model) => new(model) { Size = 8, Channels = 3, SourceChannels = 3, LatentSize = model == "srgan" ? 0 : 5, FeatureMaps = 2, Classes = 4 };

    /// <summary>What a model's images are made under: classes, or images.</summary>
    private static torch.Tensor Conditions(GanRecipe recipe) => recipe.SourceShape is { } source ? torch.zeros([2, .. source]) : torch.tensor(new long[] { 0, 3 });

    [Theory, MemberData(nameof(Names))]
    public void Networks_of_a_recipe_fit_each_other_and_have_a_preset(string name)
    {
        using var scope = torch.NewDisposeScope();
        var recipe = Tiny(name);
        var (generator, discriminator) = (recipe.CreateGenerator(), recipe.CreateDiscriminator());
        if (generator is IGrowing young && discriminator is IGrowing old) young.Stage = old.Stage = GrowthStage.Whole(8);
        var labels = Conditions(recipe);
        Assert.Equal(recipe.LatentSize, generator.LatentSize);
        var images = generator.forward(generator.Latents(2), labels);
        Assert.Equal([2L, 3, 8, 8], images.shape);
        Assert.Equal(2L, discriminator.forward(images, labels).shape[0]);
        Assert.Equal(discriminator is PatchDiscriminator ? 3 : 1, discriminator.forward(images, labels).ndim);
        Assert.Equal(GanModel.Named(name), PaperTraining.Named(name).Model);
        Assert.Equal(GanModel.Named(name).Grows, generator is IGrowing);
        Assert.Equal(GanModel.Named(name).HasClasses, generator is ConditionalGenerator);
        Assert.Equal(GanModel.Named(name).Factor is not null, generator is ImageTranslator);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_checkpoint_with_a_recipe_gives_the_generator_back(string name)
    {
        using var scratch = new ScratchFolder();
        using var scope = torch.NewDisposeScope();
        var recipe = Tiny(name) with { Channels = 1, SourceChannels = 1 };
        var generator = recipe.CreateGenerator();
        var data = new ImageDataset("grey", new byte[64 * 6], [6, 1, 8, 8], [0, 1, 2, 3, 0, 1]);
        var options = PaperTraining.Named(name).Options with { BatchSize = 4 };
        if (options.Growth is { } growth) options = options with { Growth = growth with { LastResolution = 8 } };
        using var trainer = new AdversarialTrainer(generator, recipe.CreateDiscriminator(), data, options) { Recipe = recipe };
        trainer.Save(scratch.File("run"));
        var latents = generator.Latents(2);
        var labels = Conditions(recipe);
        Assert.Equal(recipe, CheckpointManifest.Read(scratch.File("run")).Recipe);
        Assert.Equal(generator.Generate(latents, labels).data<float>().ToArray(), TrainedGenerator.Load(scratch.File("run")).Generate(latents, labels).data<float>().ToArray());
    }

    [Fact]
    public void What_cannot_be_built_is_named()
    {
        static string Refused(GanRecipe recipe) => Assert.Throws<ArgumentException>(recipe.CreateGenerator).Message;
        Assert.Contains("there are vanilla, dcgan, cgan, wgan, wgan-gp, progan, pix2pix, srgan", Refused(Tiny("gan")), StringComparison.Ordinal);
        Assert.Contains("expected 4 or 7 doubled", Refused(Tiny("dcgan") with { Size = 7 }), StringComparison.Ordinal);
        Assert.Contains("expected 4, 8, 16", Refused(Tiny("progan") with { Size = 28 }), StringComparison.Ordinal);
        Assert.Contains("no labels", Refused(Tiny("cgan") with { Classes = 0 }), StringComparison.Ordinal);
        Assert.Contains("channels to start from of 0", Refused(Tiny("pix2pix") with { SourceChannels = 0 }), StringComparison.Ordinal);
        Assert.Contains("srgan has no random vector", Refused(Tiny("srgan") with { LatentSize = 5 }), StringComparison.Ordinal);
        Assert.Contains("srgan keeps the channels", Refused(Tiny("srgan") with { SourceChannels = 1 }), StringComparison.Ordinal);
        Assert.Contains("expected multiples of 4 from 8", Refused(Tiny("pix2pix") with { Size = 10 }), StringComparison.Ordinal);
        Assert.Contains("feature maps of 0", Refused(Tiny("dcgan") with { FeatureMaps = 0 }), StringComparison.Ordinal);
        Assert.Contains("there are vanilla, dcgan", Assert.Throws<ArgumentException>(() => PaperTraining.Named("fast")).Message, StringComparison.Ordinal);
    }

    /// <summary>The U-Net of images of 32 px is lesson 11's: it halves them four times. Larger images are halved more often, and judged by larger patches.</summary>
    [Theory]
    [InlineData(8, 2, 16)]
    [InlineData(28, 2, 16)]
    [InlineData(32, 4, 16)]
    [InlineData(64, 5, 34)]
    [InlineData(256, 7, 70)]
    public void Networks_of_pix2pix_suit_the_size_of_their_images(long size, int halvings, long patch)
    {
        var recipe = Tiny("pix2pix") with { Size = size };
        using var generator = recipe.CreateGenerator();
        using var discriminator = recipe.CreateDiscriminator();
        Assert.Equal(halvings, generator.named_children().Count(child => child.name.StartsWith("down", StringComparison.Ordinal)));
        Assert.Equal(patch, Assert.IsType<PatchDiscriminator>(discriminator).PatchSize);
    }

    /// <summary>Each model says itself which sizes it can have: the networks agree.</summary>
    [Fact]
    public void Sizes_that_fit_can_be_built_and_others_cannot()
    {
        foreach (var model in GanModel.All)
            for (var size = 1; size <= 64; size++)
            {
                var recipe = Tiny(model.Name) with { Size = size };
                if (model.Fits(size)) recipe.CreateDiscriminator().Dispose();
                else Assert.Throws<ArgumentException>(recipe.CreateDiscriminator);
            }
    }
}
