using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace GanNotebooks.Sample;

/// <summary>A web service that makes images with an exported generator: <c>GET /image?seed=1&amp;label=3</c> is a PNG file. <c>/</c> is a page that runs the same generator in the browser.</summary>
internal static class ImageService
{
    /// <summary>Creates the service.</summary>
    /// <param name="args">Configuration: <c>--model FILE</c>, <c>--urls ADDRESS</c>.</param>
    /// <exception cref="ArgumentException">No model is named. <see cref="OnnxGenerator.Open"/> may throw others.</exception>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        var model = builder.Configuration["model"] ?? throw new ArgumentException("No model is named. Add --model FILE, with a file that gan export wrote.");
        var generator = OnnxGenerator.Open(model);
        builder.Services.AddSingleton(_ => generator).AddProblemDetails();
        var app = builder.Build();
        app.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "Page")) });
        app.MapGet("/image", http => AnswerAsync(http, generator));
        app.MapGet("/model", http => TypedResults.Text(Describe(generator), "application/json").ExecuteAsync(http));
        app.MapGet("/model.onnx", http => TypedResults.PhysicalFile(Path.GetFullPath(model), "application/octet-stream").ExecuteAsync(http));
        return app;
    }

    private static Task AnswerAsync(HttpContext http, OnnxGenerator generator)
    {
        var (seed, label) = (1L, 0L);
        if (http.Request.Query.TryGetValue("seed", out var text) && !Read(text, uint.MaxValue, out seed)) return RefuseAsync(http, "seed", text, $"a whole number from 0 to {uint.MaxValue}");
        if (http.Request.Query.TryGetValue("label", out text))
        {
            if (generator.Classes == 0) return RefuseAsync(http, "label", text, "no label, since this generator has no classes");
            if (!Read(text, generator.Classes - 1, out label)) return RefuseAsync(http, "label", text, $"a whole number from 0 to {generator.Classes - 1}");
        }
        return TypedResults.Bytes(generator.Png((uint)seed, label), "image/png").ExecuteAsync(http);
    }

    private static bool Read(string? text, long most, out long value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= most;

    private static Task RefuseAsync(HttpContext http, string parameter, string? text, string expected) => TypedResults.Problem(
        $"{parameter}={text}: expected {expected}.", statusCode: StatusCodes.Status400BadRequest, extensions: new Dictionary<string, object?> { ["parameter"] = parameter }).ExecuteAsync(http);

    private static string Describe(OnnxGenerator generator) =>
        $$"""{"model":"{{JsonEncodedText.Encode(generator.Model)}}","latentSize":{{generator.LatentSize}},"classes":{{generator.Classes}},"channels":{{generator.Shape.Channels}},"height":{{generator.Shape.Height}},"width":{{generator.Shape.Width}}}""";
}
