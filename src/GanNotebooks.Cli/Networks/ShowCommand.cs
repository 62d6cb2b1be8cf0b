using System.CommandLine;
using GanNotebooks.Applications;
using GanNotebooks.Checkpoints;
using GanNotebooks.Diagrams;
using GanNotebooks.Models;
using Spectre.Console;

namespace GanNotebooks.Cli;

/// <summary><c>gan show</c>: shows a model's layers, shapes, parameters and cost, and draws it.</summary>
internal sealed class ShowCommand(IAnsiConsole console, ProjectFolders folders)
{
    public required string Model { get; init; }

    public string? Data { get; init; }

    public int? Size { get; init; }

    public int? Maps { get; init; }

    public int? Latent { get; init; }

    public string? Svg { get; init; }

    public static Command Create(IAnsiConsole console)
    {
        var model = new Argument<string>("model") { Description = $"{GanModel.Names}; or a checkpoint's folder." };
        var (data, size, maps, latent) = (NetworkOptions.Data(), NetworkOptions.Size(), NetworkOptions.Maps(), NetworkOptions.Latent());
        var svg = new Option<string?>("--svg") { Description = "A file for a picture of both networks." };
        var command = new Command("show", "Show the layers of a model: shapes, parameters, multiply-adds.") { model, data, size, maps, latent, svg };
        command.SetAction((parsed, _) => Guard.RunAsync(console, () => Task.FromResult(new ShowCommand(console, ProjectFolders.Find())
        {
            Model = parsed.GetValue(model)!,
            Data = parsed.GetValue(data),
            Size = parsed.GetValue(size),
            Maps = parsed.GetValue(maps),
            Latent = parsed.GetValue(latent),
            Svg = parsed.GetValue(svg),
        }.Run()), lower: "--maps, --latent or --size"));
        return command;
    }

    public int Run()
    {
        var (recipe, growth, names) = CheckpointManifest.IsIn(Model) ? FromCheckpoint() : FromOptions();
        using var generator = Mistake.Of(recipe.CreateGenerator);
        using var discriminator = Mistake.Of(recipe.CreateDiscriminator);
        var stage = growth ?? GrowthStage.Whole(generator is IGrowing ? recipe.Size : GrowthStage.First);
        if (generator is IGrowing young && discriminator is IGrowing old) young.Stage = old.Stage = stage;
        long[] sample = [recipe.Channels, .. generator is IGrowing ? [stage.Resolution, stage.Resolution] : new[] { recipe.Size, recipe.Size }];
        console.MarkupLineInterpolated($"{recipe.Model} ({GanModel.Named(recipe.Model).Paper}): images of {string.Join("×", recipe.SampleShape)}{(recipe.Classes > 0 ? $", {recipe.Classes} classes{(names is null ? "" : $" ({ClassList.Describe(names)})")}" : "")}");
        var source = recipe.SourceShape ?? [];
        Print(generator.Summary(source));
        Print(discriminator.Summary(sample));
        if (Svg is not null)
        {
            Mistake.Of(() => generator.Diagram(source).Above(discriminator.Diagram(sample)).Save(Svg));
            console.MarkupLineInterpolated($"The picture is in {Svg}.");
        }
        return Guard.Success;
    }

    private (GanRecipe, GrowthStage?, IReadOnlyList<string>?) FromCheckpoint()
    {
        if (Data is not null || Size is not null || Maps is not null || Latent is not null)
            throw new UserError($"{Model} is a checkpoint: its networks have the sizes that they were trained with. Leave --data, --size, --maps and --latent out.");
        var manifest = Mistake.Of(() => CheckpointManifest.Read(Model));
        return (Mistake.Of(() => manifest.RecipeOf(Model)), manifest.Growth, manifest.ClassNames);
    }

    private (GanRecipe, GrowthStage?, IReadOnlyList<string>?) FromOptions()
    {
        if (Model.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new UserError($"{Model}: there is no checkpoint here. Name the folder that gan train saved to, or a model: {GanModel.Names}.");
        var model = Mistake.Of(() => GanModel.Named(Model));
        var recipe = new GanRecipe(model.Name) { Classes = model.HasClasses ? 10 : 0, SourceChannels = model.Factor is null ? 0 : 1 };
        recipe = recipe with { Size = Size ?? recipe.Size, FeatureMaps = Maps ?? recipe.FeatureMaps, LatentSize = Latent ?? model.UsualLatent };
        if (Data is null) return (recipe, null, null);
        using var data = TrainingImages.Open(Data, folders.Datasets, model, Size, seed: 1);
        return (data.Fit(recipe), null, data.Images.ClassNames);
    }

    private void Print(ModelSummary summary)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(summary.Name).AddColumns("Layer", "Type", "Output");
        table.AddColumn(new TableColumn("Parameters").RightAligned()).AddColumn(new TableColumn("Multiply-adds").RightAligned());
        table.AddRow("input", "", string.Join("×", summary.Input), "", "");
        foreach (var row in summary.Rows()) table.AddRow(row);
        console.Write(table);
    }
}
