using System.Runtime.CompilerServices;
using GanNotebooks.Runtime;

namespace GanNotebooks.Data;

/// <summary>Runs when any part of the library is first used.</summary>
internal static class Startup
{
#pragma warning disable CA2255 // The settings must be made before libtorch is loaded, whichever type a program uses first.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Prepare() => Libtorch.Prepare();
}
