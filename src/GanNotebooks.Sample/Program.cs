using GanNotebooks.Sample;

// dotnet run --project src/GanNotebooks.Sample -- --model digits.onnx
try
{
    await using var app = ImageService.Create(args);
    await app.RunAsync().ConfigureAwait(false);
    return 0;
}
catch (Exception e) when (e is ArgumentException or IOException or InvalidDataException)
{
    await Console.Error.WriteLineAsync($"error: {e.Message}").ConfigureAwait(false);
    return 1;
}
