// The one line of set-up that every lesson loads: the library, its names, and where live views appear.
#load "../artifacts/references.csx"

using GanNotebooks.Datasets;
using GanNotebooks.Lessons;
using GanNotebooks.Metrics;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using GanNotebooks.Visualizers;
using Microsoft.DotNet.Interactive;
using TorchSharp;

// Fires when the running cell is to stop: training then ends after its step and keeps what it has.
System.Threading.CancellationToken Stop => KernelInvocationContext.Current.CancellationToken;

TrainingView.Display = value =>
{
    var shown = KernelInvocationContext.Current.Display(value);
    return next => shown.Update(next);
};
