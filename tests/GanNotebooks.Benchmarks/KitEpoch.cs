using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Trainers;

namespace GanNotebooks.Benchmarks;

/// <summary>An epoch with the kit.</summary>
internal static class KitEpoch
{
    /// <summary>Trains on the IDX files of a folder and writes the generator's weights.</summary>
    public static void Run(string folder, int? threads)
    {
        var weights = Path.GetTempFileName();
        using var images = ImageDatasets.Open(folder, datasetsFolder: folder);
        using var generator = new MlpGenerator(100, [256, 512, 1024], images.SampleShape);
        using var discriminator = new MlpDiscriminator(images.SampleShape, [512, 256]);
        using var trainer = new AdversarialTrainer(generator, discriminator, images, new TrainingOptions { Threads = threads });
        trainer.Train(images.Count / 64);
        SafeTensors.Save(weights, generator);
        File.Delete(weights);
    }
}
