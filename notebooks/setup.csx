// The one line of set-up that every lesson loads: the library, its names, how charts are shown, and where live views appear.
#load "../artifacts/references.csx"

using GanNotebooks.Charts;
using GanNotebooks.Data;
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

// Charts, the learner's own too: interactive where the front end can, and always with a picture.
foreach (var form in ChartForm.All) Formatter.Register<GenericChart>((chart, writer) => form.Format(chart, writer), form.MimeType);
Formatter.SetPreferredMimeTypesFor(typeof(GenericChart), ChartForm.MimeTypes);

// Fires when the running cell is to stop: training then ends after its step and keeps what it has.
System.Threading.CancellationToken Stop => KernelInvocationContext.Current.CancellationToken;

TrainingView.Display = value =>
{
    var shown = KernelInvocationContext.Current.Display(value);
    return next => shown.Update(next);
};
