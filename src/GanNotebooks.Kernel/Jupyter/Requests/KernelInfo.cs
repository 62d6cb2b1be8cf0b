using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Jupyter.Messages;

namespace GanNotebooks.Kernel.Jupyter.Requests;

/// <summary>The kernel's description of itself.</summary>
internal static class KernelInfo
{
    public static JsonObject Answer()
    {
        var version = typeof(KernelInfo).Assembly.GetName().Version!.ToString(3);
        return new JsonObject
        {
            ["status"] = "ok",
            ["protocol_version"] = MessageFormat.Version,
            ["implementation"] = "gan-notebooks",
            ["implementation_version"] = version,
            ["language_info"] = new JsonObject
            {
                ["name"] = "C#",
                ["version"] = "14.0",
                ["mimetype"] = "text/x-csharp",
                ["file_extension"] = ".cs",
                ["pygments_lexer"] = "csharp",
            },
            ["banner"] = $"GAN Notebooks {version}: C# 14 on .NET {Environment.Version}",
            ["debugger"] = false,
            ["help_links"] = new JsonArray(new JsonObject { ["text"] = "C#", ["url"] = "https://learn.microsoft.com/dotnet/csharp/" }),
        };
    }
}
