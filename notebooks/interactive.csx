// For .NET Interactive, before a lesson's first cell: #load "interactive.csx"
#r "../artifacts/bin/GanNotebooks.Interactive/release/GanNotebooks.Interactive.dll"
await new GanNotebooks.Interactive.KernelExtension().OnLoadAsync(Microsoft.DotNet.Interactive.Kernel.Root);
