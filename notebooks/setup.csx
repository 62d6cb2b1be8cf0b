// The one line of set-up that every lesson loads: the library and its names.
#load "../artifacts/made-by-gan-setup.csx"     // Not there? Run ./gan setup in the project's folder, then restart the kernel.

using GanNotebooks.Applications;
using GanNotebooks.Charts;
using GanNotebooks.Checkpoints;
using GanNotebooks.Data;
using GanNotebooks.Diagrams;
using GanNotebooks.Lessons;
using GanNotebooks.Metrics;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using GanNotebooks.Visualizers;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET.CSharp;
using TorchSharp;
// These names keep their meaning when a cell says "using Plotly.NET;" too.
using Chart = Plotly.NET.CSharp.Chart;
using Figure = GanNotebooks.Charts.Figure;
using GenericChart = Plotly.NET.GenericChart;

// Fires when the running cell is to stop: training then ends after its step and keeps what it has.
System.Threading.CancellationToken Stop => KernelInvocationContext.Current.CancellationToken;

// .NET Interactive needs an extension for what the kit's own kernel brings: charts, live views, and these names in the cells that follow.
if (Type.GetType("Microsoft.DotNet.Interactive.Commands.SubmitCode, Microsoft.DotNet.Interactive") is not null)
{
    var library = typeof(Lesson).Assembly;
    var extension = System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(library)!.LoadFromAssemblyPath(library.Location.Replace("GanNotebooks.Lessons.dll", "GanNotebooks.Interactive.dll"));
    var loading = (Task)extension.GetType("GanNotebooks.Interactive.KernelExtension")!.GetMethod("LoadAsync")!.Invoke(null, null)!;
    await loading;
}
