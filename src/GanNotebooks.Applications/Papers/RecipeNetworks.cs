using GanNotebooks.Checkpoints;
using GanNotebooks.Models;

namespace GanNotebooks.Applications;

/// <summary>Builds the networks of a recipe.</summary>
public static class RecipeNetworks
{
    /// <summary>What follows from a recipe.</summary>
    /// <param name="recipe">The model's name and sizes.</param>
    extension(GanRecipe recipe)
    {
        /// <summary>The shape of one input image, (C, H, W); null for models that make images from random vectors alone.</summary>
        /// <exception cref="ArgumentException">There is no such model.</exception>
        public long[]? SourceShape => GanModel.Named(recipe.Model).Factor is { } factor ? [recipe.SourceChannels, recipe.Size / factor, recipe.Size / factor] : null;

        /// <summary>A new generator with random weights.</summary>
        /// <exception cref="ArgumentException">There is no such model, or it does not support a size.</exception>
        public Generator CreateGenerator() => Checked(recipe).Generator(recipe);

        /// <summary>A new discriminator with random weights.</summary>
        /// <exception cref="ArgumentException">There is no such model, or it does not support a size.</exception>
        public Discriminator CreateDiscriminator() => Checked(recipe).Discriminator(recipe);
    }

    private static GanModel Checked(GanRecipe recipe)
    {
        var model = GanModel.Named(recipe.Model);
        foreach (var (name, value) in new[] { ("channels", recipe.Channels), ("a latent vector", model.UsualLatent == 0 ? 1 : recipe.LatentSize), ("feature maps", recipe.FeatureMaps), ("channels to start from", model.Factor is null ? 1 : recipe.SourceChannels) })
            if (value < 1) throw new ArgumentException($"{model.Name}: {name} of {value}; expected at least 1.");
        if (model.UsualLatent == 0 && recipe.LatentSize != 0) throw new ArgumentException($"{model.Name} has no random vector: a latent size of {recipe.LatentSize} cannot be; expected 0.");
        if (model.Factor > 1 && recipe.SourceChannels != recipe.Channels) throw new ArgumentException($"{model.Name} keeps the channels of its images: {recipe.SourceChannels} cannot become {recipe.Channels}.");
        if (!model.Fits(recipe.Size)) throw new ArgumentException($"{model.Name} cannot have images of {recipe.Size}×{recipe.Size} pixels; expected {model.Sizes}.");
        if (model.HasClasses && recipe.Classes < 1) throw new ArgumentException($"{model.Name} makes images by class, and these data have no labels. Take data with labels, or another model.");
        return model;
    }
}
